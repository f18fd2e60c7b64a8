// Reading JSON that people wrote: values of the expected kind, or the field that is wrong.
#include "core/json_fields.h"

namespace rebond {

Error invalid_field(std::string field, std::string remedy) {
  return Error{ErrorKind::kInvalid, std::move(field), std::move(remedy)};
}

const Json& json_member(const Json& object, const char* key) {
  static const Json kNull;
  if (!object.is_object()) return kNull;
  const auto found = object.find(key);
  return found == object.end() ? kNull : *found;
}

std::string json_index(const std::string& list, std::size_t index) {
  return list + "[" + std::to_string(index) + "]";
}

Result<std::string> read_line(const Json& value, const std::string& field, std::size_t bytes_max) {
  if (value.is_null()) return std::string();
  if (!value.is_string()) return invalid_field(field, "write it as a text in quotes");
  std::string line = value.get<std::string>();
  if (line.size() > bytes_max) {
    return invalid_field(field, "make it at most " + std::to_string(bytes_max) + " bytes long");
  }
  return line;
}

Result<std::string> read_words(const Json& value, const std::string& field, std::size_t bytes_max,
                               const char* remedy) {
  if (!value.is_string() || value.get_ref<const std::string&>().empty()) {
    return invalid_field(field, remedy);
  }
  return read_line(value, field, bytes_max);
}

Result<std::uint32_t> read_number(const Json& value, const std::string& field, std::uint32_t min,
                                  std::uint32_t max, std::uint32_t otherwise) {
  if (value.is_null()) return otherwise;
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() < min ||
      value.get<std::uint64_t>() > max) {
    return invalid_field(
        field, "write a whole number from " + std::to_string(min) + " to " + std::to_string(max));
  }
  return value.get<std::uint32_t>();
}

Result<bool> read_flag(const Json& value, const std::string& field) {
  if (value.is_null()) return false;
  if (!value.is_boolean()) return invalid_field(field, "write true or false");
  return value.get<bool>();
}

}  // namespace rebond
