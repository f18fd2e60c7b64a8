// Immutable bytes that many may hold.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rebond {

/// Encoded once, shared by the state, the journal and the ring. Never null where it is a member.
using SharedBytes = std::shared_ptr<const std::string>;

inline SharedBytes share(std::string bytes) {
  return std::make_shared<const std::string>(std::move(bytes));
}

/// Lower-case hexadecimal digits of the bytes.
std::string to_hex(std::string_view bytes);

/// The bytes that the digits say; empty when they are not pairs of hexadecimal digits.
std::string from_hex(std::string_view digits);

/// Appends `value` in big-endian order.
void append_u32(std::string& out, std::uint32_t value);
void append_u64(std::string& out, std::uint64_t value);

/// Reads 4 or 8 bytes in big-endian order; `bytes` must be long enough.
std::uint32_t read_u32(std::string_view bytes);
std::uint64_t read_u64(std::string_view bytes);

}  // namespace rebond
