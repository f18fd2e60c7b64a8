// Values that notice when they are not what was written, or stand under another key.
#include "store/checked_value.h"

#include <boost/crc.hpp>

#include "base/bytes.h"

namespace rebond {
namespace {

constexpr std::size_t kChecksumBytes = 4;

using Crc32c = boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true>;

std::uint32_t checksum(std::string_view key, std::string_view payload) {
  Crc32c crc;
  crc.process_bytes(key.data(), key.size());
  crc.process_bytes(payload.data(), payload.size());
  return crc.checksum();
}

}  // namespace

std::uint32_t crc32c(std::string_view bytes) {
  return checksum({}, bytes);
}

std::string seal(std::string_view key, std::string_view payload) {
  std::string value;
  value.reserve(kChecksumBytes + payload.size());
  append_u32(value, checksum(key, payload));
  value += payload;
  return value;
}

std::optional<std::string_view> unseal(std::string_view key, std::string_view value) {
  if (value.size() < kChecksumBytes) return std::nullopt;
  const std::string_view payload = value.substr(kChecksumBytes);
  if (read_u32(value) != checksum(key, payload)) return std::nullopt;
  return payload;
}

}  // namespace rebond
