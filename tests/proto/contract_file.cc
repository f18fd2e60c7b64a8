// Contracts as files: what protoc made, and what is stored in proto/.
#include "tests/proto/contract_file.h"

#include <fstream>
#include <google/protobuf/io/zero_copy_stream_impl.h>
#include <google/protobuf/text_format.h>
#include <set>
#include <vector>

namespace rebond::test {
namespace {

using google::protobuf::DescriptorProto;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptorSet;
using google::protobuf::Message;
using google::protobuf::TextFormat;

void drop_json_names(DescriptorProto& message) {
  for (auto& field : *message.mutable_field()) field.clear_json_name();
  for (auto& nested : *message.mutable_nested_type()) drop_json_names(nested);
}

/// The messages in a field, one or several.
std::vector<const Message*> parts_of(const Message& message, const FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  if (!field.is_repeated()) return {&reflection.GetMessage(message, &field)};
  std::vector<const Message*> parts;
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    parts.push_back(&reflection.GetRepeatedMessage(message, &field, i));
  }
  return parts;
}

/// The numbers and words in a field, on a line each.
void print_values(const Message& message, const FieldDescriptor& field, const std::string& indent,
                  std::string& out) {
  const int count = field.is_repeated() ? message.GetReflection()->FieldSize(message, &field) : 1;
  for (int i = 0; i < count; ++i) {
    std::string value;
    TextFormat::PrintFieldValueToString(message, &field, field.is_repeated() ? i : -1, &value);
    out += indent + field.name() + ": " + value + "\n";
  }
}

/// Files, messages and enums as blocks, and what they hold on a line each, so that an addition to
/// the contract is one line of a diff.
void print(const Message& message, const std::string& indent, std::string& out) {
  static const std::set<std::string> kBlocks{"file", "message_type", "nested_type", "enum_type"};
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->message_type() == nullptr) {
      print_values(message, *field, indent, out);
      continue;
    }
    for (const Message* part : parts_of(message, *field)) {
      if (kBlocks.contains(field->name())) {
        out += indent + field->name() + " {\n";
        print(*part, indent + "  ", out);
        out += indent + "}\n";
      } else {
        out += indent + field->name() + " { " + part->ShortDebugString() + " }\n";
      }
    }
  }
}

}  // namespace

std::optional<FileDescriptorSet> read_built_contract(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  FileDescriptorSet contract;
  if (!file || !contract.ParseFromIstream(&file)) return std::nullopt;
  for (auto& one : *contract.mutable_file()) {
    one.clear_source_code_info();
    for (auto& message : *one.mutable_message_type()) drop_json_names(message);
  }
  return contract;
}

std::optional<FileDescriptorSet> read_stored_contract(const std::string& path) {
  std::ifstream file(path);
  if (!file) return std::nullopt;
  google::protobuf::io::IstreamInputStream input(&file);
  FileDescriptorSet contract;
  if (!TextFormat::Parse(&input, &contract)) return std::nullopt;
  return contract;
}

bool store_contract(const FileDescriptorSet& contract, const std::string& path) {
  std::string text;
  print(contract, "", text);
  std::ofstream file(path);
  file << "# The contract that readers and journals out there rely on (EV1 in docs/protocol.md):\n"
          "# a google.protobuf.FileDescriptorSet. After an intended addition, store it again:\n"
          "#   cmake --build --preset dev --target keep_contract\n"
       << text;
  return file.flush().good();
}

}  // namespace rebond::test
