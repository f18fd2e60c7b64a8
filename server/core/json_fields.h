// Reading JSON that people wrote: values of the expected kind, or the field that is wrong.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "base/result.h"

namespace rebond {

using Json = nlohmann::json;

/// An error of the input that names its field.
Error invalid_field(std::string field, std::string remedy);

/// object[key]; null when it is absent or when `object` is none.
const Json& json_member(const Json& object, const char* key);

/// "tables[2]".
std::string json_index(const std::string& list, std::size_t index);

/// A string of at most `bytes_max` bytes; "" when the value is null.
Result<std::string> read_line(const Json& value, const std::string& field, std::size_t bytes_max);

/// The same, but not empty: else the error says `remedy`.
Result<std::string> read_words(const Json& value, const std::string& field, std::size_t bytes_max,
                               const char* remedy);

/// A whole number in [min, max]; `otherwise` when the value is null.
Result<std::uint32_t> read_number(const Json& value, const std::string& field, std::uint32_t min,
                                  std::uint32_t max, std::uint32_t otherwise);

/// True or false; false when the value is null.
Result<bool> read_flag(const Json& value, const std::string& field);

}  // namespace rebond
