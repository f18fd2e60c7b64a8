// The words of a text, as people wrote them and as they are compared.
#include "method/text_words.h"

#include <algorithm>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/check.h"
#include "core/utf8.h"

namespace rebond {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

bool is_mark(UChar32 code_point) {
  const std::uint32_t mask = U_GET_GC_MASK(code_point);
  return (mask & U_GC_M_MASK) != 0;
}

bool belongs_to_a_word(UChar32 code_point) {
  return u_isalnum(code_point) != 0 || is_mark(code_point);
}

/// What is left of a decomposed code point: ligatures that have no decomposition are parted.
void append_folded(icu::UnicodeString& out, UChar32 code_point) {
  if (is_mark(code_point)) return;
  if (code_point == 0x153) {  // œ
    out.append(u"oe", 2);
  } else if (code_point == 0xE6) {  // æ
    out.append(u"ae", 2);
  } else {
    out.append(code_point);
  }
}

}  // namespace

std::string folded_text(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
  CHECK(U_SUCCESS(status) != 0);
  icu::UnicodeString lower = from_utf8(text);
  const icu::UnicodeString decomposed = normalizer->normalize(lower.foldCase(), status);
  icu::UnicodeString folded;
  for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    append_folded(folded, decomposed.char32At(at));
  }
  std::string out;
  folded.toUTF8String(out);
  return out;
}

std::vector<TextWord> text_words(std::string_view text) {
  // Bytes that are no UTF-8 become U+FFFD, which is no letter.
  const icu::UnicodeString whole = from_utf8(text);
  std::vector<TextWord> words;
  std::int32_t start = -1;
  const auto end_word = [&](std::int32_t end) {
    if (start < 0) return;
    std::string written;
    whole.tempSubStringBetween(start, end).toUTF8String(written);
    std::string folded = folded_text(written);
    if (!folded.empty()) words.push_back({std::move(written), std::move(folded)});
    start = -1;
  };
  for (std::int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1)) {
    const bool inside = belongs_to_a_word(whole.char32At(at));
    if (!inside) end_word(at);
    if (inside && start < 0) start = at;
  }
  end_word(whole.length());
  return words;
}

std::string repaired_utf8(std::string_view text) {
  std::string out;
  from_utf8(text).toUTF8String(out);
  return out;
}

std::string shortened(std::string_view text, std::uint32_t code_points_max) {
  const std::size_t end = byte_offset(text, code_points_max);
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

bool is_number(std::string_view folded) {
  return std::all_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace rebond
