// Values that notice when they are not what was written, or stand under another key.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rebond {

/// CRC-32C (Castagnoli) of the bytes, as in iSCSI and RocksDB's own blocks.
std::uint32_t crc32c(std::string_view bytes);

/// What is stored under `key`: the CRC-32C of key and payload, big-endian, then the payload.
std::string seal(std::string_view key, std::string_view payload);

/// The payload of what seal() made for that key, inside `value`; none when anything differs.
std::optional<std::string_view> unseal(std::string_view key, std::string_view value);

}  // namespace rebond
