// The keys of the database: café, then numbers, so that order on disk is the order of reading.
#include "store/keys.h"

#include <cstdint>

#include "base/bytes.h"
#include "base/check.h"

namespace rebond {

std::string cafe_prefix(const CafeId& cafe) {
  CHECK(!cafe.empty() && cafe.find('\0') == CafeId::npos);
  std::string key = cafe;
  key += '\0';
  return key;
}

std::string cafe_prefix_end(const CafeId& cafe) {
  std::string end = cafe_prefix(cafe);
  end.back() = '\x01';
  return end;
}

std::string purge_mark(std::uint64_t number) {
  std::string key(kPurgeMarks);
  append_u64(key, number);
  return key;
}

std::string entry_key(const CafeId& cafe, Seq seq) {
  std::string key = cafe_prefix(cafe);
  append_u32(key, seq);
  return key;
}

std::string private_key(const CafeId& cafe, v1::PrivateKind kind, Id id) {
  std::string key = cafe_prefix(cafe);
  append_u32(key, static_cast<std::uint32_t>(kind));
  append_u64(key, id);
  return key;
}

std::optional<Seq> seq_of_entry_key(std::string_view prefix, std::string_view key) {
  if (!key.starts_with(prefix) || key.size() != prefix.size() + 4) return std::nullopt;
  return read_u32(key.substr(prefix.size()));
}

std::optional<std::pair<v1::PrivateKind, Id>> names_of_private_key(std::string_view prefix,
                                                                   std::string_view key) {
  if (!key.starts_with(prefix) || key.size() != prefix.size() + 12) return std::nullopt;
  key.remove_prefix(prefix.size());
  return std::pair{static_cast<v1::PrivateKind>(read_u32(key)), read_u64(key.substr(4))};
}

}  // namespace rebond
