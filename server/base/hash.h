// SHA-256.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace rebond {

/// The 32 bytes of the SHA-256 of `bytes`.
std::array<unsigned char, 32> sha256(std::string_view bytes);

/// The same as a string of 32 bytes: how tokens and device keys are kept.
std::string hashed(std::string_view secret);

}  // namespace rebond
