// What of one café can still be read from a database that may be damaged.
#include "store/found_cafe.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <string_view>
#include <utility>

#include "base/bytes.h"
#include "store/checked_value.h"
#include "store/keys.h"
#include "store/rescue_walk.h"

namespace rebond {
namespace {

constexpr std::size_t kSeqBytes = 4;
// More kinds than there are: a newer version may have added some.
constexpr int kPrivateKindsMax = 32;
constexpr std::array kFamiliesOfCafes = {Family::kCafes, Family::kEntries, Family::kSnapshots,
                                         Family::kSecrets};

class Finder {
 public:
  Finder(const Database& database, const CafeId& cafe) : database_(database) { found_.id = cafe; }

  FoundCafe find() {
    find_header();
    find_snapshot();
    find_entries();
    find_gaps();
    for (int kind = 0; kind < kPrivateKindsMax; ++kind) {
      find_private(static_cast<v1::PrivateKind>(kind));
    }
    return std::move(found_);
  }

 private:
  void trouble(Seq seq, const std::string& part, const std::string& what,
               const std::string& status = "") {
    const auto file = file_named_in(status);
    found_.troubles.push_back({file, found_.id, seq,
                               "café " + found_.id + ", " + part + " " + what +
                                   (status.empty() ? "" : " (" + status + ")")});
  }

  /// The payload under the café's id; none when there is none, or none that is whole.
  std::optional<std::string> get(Family family, const std::string& part, bool& lost) {
    std::string value;
    const auto status = database_.db().Get({}, database_.family(family), found_.id, &value);
    if (status.IsNotFound()) return std::nullopt;
    const auto payload = status.ok() ? unseal(found_.id, value) : std::nullopt;
    if (payload) return std::string(*payload);
    lost = true;
    trouble(0, part, status.ok() ? "is not what was written" : "cannot be read",
            status.ok() ? "" : status.ToString());
    return std::nullopt;
  }

  void find_header() {
    bool lost = false;
    const auto payload = get(Family::kCafes, "its header", lost);
    v1::CafeHeader header;
    if (payload && header.ParseFromString(*payload) && header.id() == found_.id) {
      found_.header = std::move(header);
    } else if (!lost) {
      trouble(0, "its header", payload ? "is not what was written" : "is missing");
    }
  }

  void find_snapshot() {
    const auto payload = get(Family::kSnapshots, "its snapshot", found_.snapshot_lost);
    if (!payload) return;
    if (payload->size() < kSeqBytes) {
      found_.snapshot_lost = true;
      return trouble(0, "its snapshot", "is not what was written");
    }
    found_.snapshot_seq = read_u32(*payload);
    found_.highest = found_.snapshot_seq;
    found_.snapshot = payload->substr(kSeqBytes);
  }

  void find_entries() {
    const std::string prefix = cafe_prefix(found_.id);
    const auto key = [this](std::uint64_t seq) {
      return entry_key(found_.id, static_cast<Seq>(seq));
    };
    const auto number = [&prefix](std::string_view at) -> std::optional<std::uint64_t> {
      return seq_of_entry_key(prefix, at);
    };
    RescueWalk walk(database_, {Family::kEntries, key, number, std::numeric_limits<Seq>::max(),
                                cafe_prefix_end(found_.id)});
    walk.run(
        [this](std::uint64_t number_found, std::string_view at, std::string_view value) {
          const Seq seq = static_cast<Seq>(number_found);
          found_.highest = std::max(found_.highest, seq);
          if (const auto payload = unseal(at, value)) {
            found_.entries.emplace(seq, *payload);
          } else {
            damaged_.insert(seq);
            trouble(seq, "entry " + std::to_string(seq), "is not what was written");
          }
        },
        [this](std::uint64_t from, std::uint64_t, const std::string& status) {
          unreadable_.insert(static_cast<Seq>(from));
          trouble(static_cast<Seq>(from), "entries from " + std::to_string(from), "cannot be read",
                  status);
        });
  }

  // What lies between whole entries and is neither there nor damaged.
  void find_gaps() {
    Seq expected = 1;
    for (const auto& [seq, entry] : found_.entries) {
      report_gap(expected, seq);
      expected = seq + 1;
    }
    if (found_.snapshot) report_gap(expected, found_.snapshot_seq + 1);
  }

  void report_gap(Seq from, Seq until) {
    while (from < until && damaged_.contains(from)) ++from;
    if (from >= until || unreadable_.contains(from)) return;
    const bool bridged = found_.snapshot && until - 1 <= found_.snapshot_seq;
    trouble(from, "entry " + std::to_string(from),
            std::string("is missing although later ones are there") +
                (bridged ? "; the snapshot holds their outcome" : ""));
  }

  void find_private(v1::PrivateKind kind) {
    const std::string prefix = cafe_prefix(found_.id);
    const auto key = [this, kind](std::uint64_t id) { return private_key(found_.id, kind, id); };
    const auto number = [&prefix](std::string_view at) -> std::optional<std::uint64_t> {
      const auto names = names_of_private_key(prefix, at);
      return names ? std::optional(names->second) : std::nullopt;
    };
    const std::string part = "private record " + std::to_string(kind) + "/";
    RescueWalk walk(database_,
                    {Family::kSecrets, key, number, std::numeric_limits<std::uint64_t>::max(),
                     private_key(found_.id, static_cast<v1::PrivateKind>(kind + 1), 0)});
    walk.run(
        [&](std::uint64_t id, std::string_view at, std::string_view value) {
          if (const auto payload = unseal(at, value)) {
            found_.private_records.push_back({kind, id, std::string(*payload)});
          } else {
            ++found_.private_records_lost;
            trouble(0, part + std::to_string(id), "is not what was written");
          }
        },
        [&](std::uint64_t from, std::uint64_t, const std::string& status) {
          ++found_.private_records_lost;
          trouble(0, part + std::to_string(from), "and following cannot be read", status);
        });
  }

  const Database& database_;
  FoundCafe found_;
  std::set<Seq> damaged_;
  // Where unreadable parts begin.
  std::set<Seq> unreadable_;
};

// The cafés of one family from `start` on, until one is known already or reading fails.
void follow(const Database& database, Family family, const std::string& start,
            std::set<CafeId>& cafes) {
  const std::unique_ptr<rocksdb::Iterator> it(
      database.db().NewIterator({}, database.family(family)));
  for (it->Seek(start); it->Valid();) {
    const std::string key = it->key().ToString();
    const CafeId cafe = key.substr(0, key.find('\0'));
    if (cafe.empty() || !cafes.insert(cafe).second) return;
    it->Seek(cafe_prefix_end(cafe));
  }
}

}  // namespace

Seq FoundCafe::savable() const {
  Seq head = 0;
  while (entries.contains(head + 1)) ++head;
  if (!snapshot || snapshot_seq <= head) return head;
  head = snapshot_seq;
  while (entries.contains(head + 1)) ++head;
  return head;
}

void FoundCafe::add(FoundCafe newer) {
  if (newer.header) header = std::move(newer.header);
  if (newer.snapshot) {
    snapshot = std::move(newer.snapshot);
    snapshot_seq = newer.snapshot_seq;
  }
  snapshot_lost = !snapshot && (snapshot_lost || newer.snapshot_lost);
  newer.entries.merge(entries);
  entries = std::move(newer.entries);
  highest = std::max(highest, newer.highest);
  const auto names = [](const PrivateWrite& write) { return std::pair(write.kind, write.id); };
  std::map<std::pair<v1::PrivateKind, Id>, PrivateWrite> records;
  for (PrivateWrite& write : private_records) records[names(write)] = std::move(write);
  for (PrivateWrite& write : newer.private_records) records[names(write)] = std::move(write);
  private_records.clear();
  for (auto& [name, write] : records) private_records.push_back(std::move(write));
  private_records_lost += newer.private_records_lost;
  // What one does not hold, the other may: only what stays missing counts, in numbers.
  troubles.clear();
}

// Each family may be unreadable in places: where one does not go on, another may know the next
// café.
std::set<CafeId> find_cafes(const Database& database) {
  std::set<CafeId> cafes;
  for (std::size_t before = 1; before != cafes.size();) {
    before = cafes.size();
    const std::set<CafeId> known = cafes;
    for (const Family family : kFamiliesOfCafes) {
      follow(database, family, "", cafes);
      for (const CafeId& cafe : known) follow(database, family, cafe_prefix_end(cafe), cafes);
    }
  }
  return cafes;
}

FoundCafe find_cafe(const Database& database, const CafeId& cafe) {
  return Finder(database, cafe).find();
}

std::filesystem::path file_named_in(const std::string& status) {
  const std::size_t end = status.find(".sst");
  if (end == std::string::npos) return {};
  const std::size_t in = status.rfind(" in ", end);
  if (in == std::string::npos) return {};
  const std::size_t start = in + std::string_view(" in ").size();
  return status.substr(start, end + std::string_view(".sst").size() - start);
}

}  // namespace rebond
