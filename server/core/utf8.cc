// Counting and cutting UTF-8 by code points.
#include "core/utf8.h"

#include <unicode/utf8.h>

namespace rebond {
namespace {

bool starts_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t at = 0;
  while (at < size) {
    UChar32 code_point = 0;
    U8_NEXT(data, at, size, code_point);
    if (code_point < 0) return false;
  }
  return true;
}

std::uint32_t code_points(std::string_view text) {
  std::uint32_t count = 0;
  for (const char byte : text) count += starts_code_point(byte) ? 1U : 0U;
  return count;
}

std::size_t byte_offset(std::string_view text, std::uint32_t index) {
  std::uint32_t seen = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!starts_code_point(text[at])) continue;
    if (seen == index) return at;
    ++seen;
  }
  return text.size();
}

}  // namespace rebond
