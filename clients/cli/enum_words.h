// The values of the contract's enums as people type them: "to_be_studied", "table-syntheses".
#pragma once

#include <google/protobuf/generated_enum_reflection.h>
#include <string>
#include <vector>

#include "base/result.h"
#include "clients/cli/message_json.h"

namespace rebond::cli {

/// "a, b, c": the words of an enum, without UNSPECIFIED.
std::string enum_words(const google::protobuf::EnumDescriptor& type);

/// The number of the value with that word ("-" counts as "_"); fails with the words that there are.
Result<int> parse_enum(const google::protobuf::EnumDescriptor& type, const std::string& word);

template <typename Enum>
Result<Enum> parse_word(const std::string& word) {
  const Result<int> number = parse_enum(*google::protobuf::GetEnumDescriptor<Enum>(), word);
  if (!number) return number.error();
  return static_cast<Enum>(*number);
}

template <typename Enum>
std::string words_of() {
  return enum_words(*google::protobuf::GetEnumDescriptor<Enum>());
}

}  // namespace rebond::cli
