// The languages in which a trace can be written.
#pragma once

#include <string_view>

namespace rebond::trace {

enum class Language { kFrench, kEnglish };

/// Of a BCP 47 tag such as "fr" or "en-GB"; French for what we do not speak.
Language language_of(std::string_view tag);

/// "fr" or "en".
std::string_view tag_of(Language language);

}  // namespace rebond::trace
