// Any message of the contract as JSON, so that a new kind of record needs no line here.
#include "clients/cli/message_json.h"

#include <cctype>
#include <cmath>

#include "base/bytes.h"
#include "core/record_kinds.h"

namespace rebond::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using Json = nlohmann::json;

// Doubles are exact up to here.
constexpr double kWholeMax = 9'007'199'254'740'992.0;

/// A time in milliseconds is a double on the wire and mostly a whole number.
Json number_json(double value) {
  if (std::trunc(value) == value && std::abs(value) <= kWholeMax) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

Json bytes_json(const FieldDescriptor& field, const std::string& value) {
  if (field.type() == FieldDescriptor::TYPE_BYTES) return to_hex(value);
  return value;
}

Json value_json(const Message& message, const FieldDescriptor& field) {
  const Reflection& read = *message.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return read.GetInt32(message, &field);
    case FieldDescriptor::CPPTYPE_UINT32:
      return read.GetUInt32(message, &field);
    case FieldDescriptor::CPPTYPE_INT64:
      return std::to_string(read.GetInt64(message, &field));
    case FieldDescriptor::CPPTYPE_UINT64:
      return std::to_string(read.GetUInt64(message, &field));
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return number_json(read.GetDouble(message, &field));
    case FieldDescriptor::CPPTYPE_FLOAT:
      return number_json(static_cast<double>(read.GetFloat(message, &field)));
    case FieldDescriptor::CPPTYPE_BOOL:
      return read.GetBool(message, &field);
    case FieldDescriptor::CPPTYPE_ENUM:
      return enum_word(*field.enum_type(), read.GetEnumValue(message, &field));
    case FieldDescriptor::CPPTYPE_STRING:
      return bytes_json(field, read.GetString(message, &field));
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return message_json(read.GetMessage(message, &field));
  }
  return nullptr;
}

Json element_json(const Message& message, const FieldDescriptor& field, int index) {
  const Reflection& read = *message.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_UINT32:
      return read.GetRepeatedUInt32(message, &field, index);
    case FieldDescriptor::CPPTYPE_UINT64:
      return std::to_string(read.GetRepeatedUInt64(message, &field, index));
    case FieldDescriptor::CPPTYPE_ENUM:
      return enum_word(*field.enum_type(), read.GetRepeatedEnumValue(message, &field, index));
    case FieldDescriptor::CPPTYPE_STRING:
      return bytes_json(field, read.GetRepeatedString(message, &field, index));
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return message_json(read.GetRepeatedMessage(message, &field, index));
    default:
      return nullptr;  // the contract has no other lists
  }
}

}  // namespace

Json message_json(const Message& message) {
  const google::protobuf::Descriptor& type = *message.GetDescriptor();
  Json json = Json::object();
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    if (field.is_repeated()) {
      Json list = Json::array();
      const int size = message.GetReflection()->FieldSize(message, &field);
      for (int k = 0; k < size; ++k) list.push_back(element_json(message, field, k));
      json[field.name()] = std::move(list);
    } else if (!field.has_presence() || message.GetReflection()->HasField(message, &field)) {
      json[field.name()] = value_json(message, field);
    }
  }
  return json;
}

Json record_json(v1::RecordKind kind, std::string_view bytes) {
  const auto message = new_record(kind);
  const bool known =
      message && message->ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
  return known ? message_json(*message) : Json{{"bytes", to_hex(bytes)}};
}

std::string enum_word(const google::protobuf::EnumDescriptor& type, int number) {
  const auto* value = type.FindValueByNumber(number);
  if (value == nullptr) return std::to_string(number);
  // RecordKind: the prefix RECORD_KIND_ is as long as the name with a line before each capital
  // but the first, and one behind.
  std::size_t prefix = type.name().size() + 1;
  for (std::size_t i = 1; i < type.name().size(); ++i) {
    if (std::isupper(static_cast<unsigned char>(type.name()[i])) != 0) ++prefix;
  }
  std::string word = value->name().substr(prefix);
  for (char& letter : word) {
    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  }
  return word;
}

}  // namespace rebond::cli
