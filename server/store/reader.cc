// Reads cafés back from the database and checks what it reads.
#include "store/reader.h"

#include <string_view>
#include <utility>

#include "base/bytes.h"
#include "store/checked_value.h"
#include "store/journal_errors.h"
#include "store/keys.h"

namespace rebond {
namespace {

constexpr std::size_t kSeqBytes = 4;

Result<v1::CafeHeader> parse_header(const CafeId& cafe, std::string_view value) {
  const auto payload = unseal(cafe, value);
  v1::CafeHeader header;
  if (!payload || !header.ParseFromString(std::string(*payload)) || header.id() != cafe) {
    return damaged(cafe, "its header");
  }
  return header;
}

}  // namespace

Result<std::vector<v1::CafeHeader>> Reader::cafes() const {
  std::vector<v1::CafeHeader> headers;
  const auto it = iterate(Family::kCafes);
  for (it->SeekToFirst(); it->Valid(); it->Next()) {
    auto header = parse_header(it->key().ToString(), it->value().ToStringView());
    if (!header) return header.error();
    headers.push_back(std::move(*header));
  }
  if (!it->status().ok()) return database_.failure(it->status(), "be read");
  return headers;
}

Result<StoredCafe> Reader::load(const CafeId& cafe) const {
  StoredCafe stored;
  if (auto loaded = load_header(cafe, stored); !loaded) return loaded.error();
  if (auto loaded = load_snapshot(cafe, stored); !loaded) return loaded.error();
  if (auto loaded = load_private(cafe, stored); !loaded) return loaded.error();
  return stored;
}

Result<void> Reader::read(const CafeId& cafe, Seq after, const Journal::Visit& visit) const {
  const std::string prefix = cafe_prefix(cafe);
  const auto it = iterate(Family::kEntries);
  Seq expected = after + 1;
  for (it->Seek(entry_key(cafe, expected)); it->Valid(); it->Next(), ++expected) {
    const std::string_view key = it->key().ToStringView();
    const auto seq = seq_of_entry_key(prefix, key);
    if (!seq) break;  // The next café.
    if (*seq != expected) return missing_entry(cafe, expected);
    const auto entry = unseal(key, it->value().ToStringView());
    if (!entry) return damaged_entry(cafe, expected);
    if (!visit(expected, *entry)) return {};
  }
  if (it->status().IsCorruption()) {
    return damaged(cafe, "entry " + std::to_string(expected), it->status().ToString());
  }
  if (!it->status().ok()) return database_.failure(it->status(), "be read");
  return {};
}

Result<void> Reader::load_header(const CafeId& cafe, StoredCafe& stored) const {
  const auto value = get(Family::kCafes, cafe);
  if (!value) return value.error();
  if (!*value) return no_such_cafe(cafe);
  auto header = parse_header(cafe, **value);
  if (!header) return header.error();
  stored.header = std::move(*header);
  return {};
}

Result<void> Reader::load_snapshot(const CafeId& cafe, StoredCafe& stored) const {
  const auto value = get(Family::kSnapshots, cafe);
  if (!value) return value.error();
  if (!*value) return {};
  const auto payload = unseal(cafe, **value);
  if (!payload || payload->size() < kSeqBytes) return damaged(cafe, "its snapshot");
  stored.snapshot_seq = read_u32(*payload);
  stored.snapshot = payload->substr(kSeqBytes);
  return {};
}

Result<void> Reader::load_private(const CafeId& cafe, StoredCafe& stored) const {
  const std::string prefix = cafe_prefix(cafe);
  const auto it = iterate(Family::kSecrets);
  for (it->Seek(prefix); it->Valid(); it->Next()) {
    const std::string_view key = it->key().ToStringView();
    const auto names = names_of_private_key(prefix, key);
    if (!names) break;  // The next café.
    const auto record = unseal(key, it->value().ToStringView());
    if (!record) {
      return damaged(cafe, "private record " + std::to_string(names->first) + "/" +
                               std::to_string(names->second));
    }
    stored.private_records.push_back({names->first, names->second, std::string(*record)});
  }
  if (!it->status().ok()) return database_.failure(it->status(), "be read");
  return {};
}

Result<std::optional<std::string>> Reader::get(Family family, const CafeId& cafe) const {
  std::string value;
  const auto status = database_.db().Get({}, database_.family(family), cafe, &value);
  if (status.IsNotFound()) return std::optional<std::string>();
  if (!status.ok()) return database_.failure(status, "be read");
  return std::optional(std::move(value));
}

std::unique_ptr<rocksdb::Iterator> Reader::iterate(Family family) const {
  return std::unique_ptr<rocksdb::Iterator>(
      database_.db().NewIterator({}, database_.family(family)));
}

}  // namespace rebond
