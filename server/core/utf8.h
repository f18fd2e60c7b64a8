// Counting and cutting UTF-8 by code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rebond {

/// True when the bytes are well-formed UTF-8 (no surrogates, no overlong forms).
bool is_utf8(std::string_view bytes);

/// Code points of well-formed UTF-8.
std::uint32_t code_points(std::string_view text);

/// The byte at which code point `index` starts; the size of the text when it is shorter.
std::size_t byte_offset(std::string_view text, std::uint32_t index);

}  // namespace rebond
