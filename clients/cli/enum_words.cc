// The values of the contract's enums as people type them: "to_be_studied", "table-syntheses".
#include "clients/cli/enum_words.h"

#include <algorithm>

namespace rebond::cli {

std::string enum_words(const google::protobuf::EnumDescriptor& type) {
  std::string words;
  for (int i = 0; i < type.value_count(); ++i) {
    const int number = type.value(i)->number();
    if (number != 0) words += (words.empty() ? "" : ", ") + enum_word(type, number);
  }
  return words;
}

Result<int> parse_enum(const google::protobuf::EnumDescriptor& type, const std::string& word) {
  std::string wanted = word;
  std::replace(wanted.begin(), wanted.end(), '-', '_');
  for (int i = 0; i < type.value_count(); ++i) {
    const int number = type.value(i)->number();
    if (number != 0 && enum_word(type, number) == wanted) return number;
  }
  return Error{ErrorKind::kInvalid, word, "choose one of " + enum_words(type)};
}

}  // namespace rebond::cli
