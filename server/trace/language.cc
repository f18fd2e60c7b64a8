// The languages in which a trace can be written.
#include "trace/language.h"

namespace rebond::trace {

Language language_of(std::string_view tag) {
  const bool english = tag == "en" || tag.starts_with("en-");
  return english ? Language::kEnglish : Language::kFrench;
}

std::string_view tag_of(Language language) {
  return language == Language::kEnglish ? "en" : "fr";
}

}  // namespace rebond::trace
