// Cafés that ask a journal for things, at random.
#include "tests/power_cut/workload.h"

#include <array>
#include <string>
#include <utility>

namespace rebond::power_cut {
namespace {

constexpr std::array kCafes = {"MOKA", "ARABICA", "ROBUSTA", "A", "AB"};
constexpr std::size_t kSmallBytes = 400;
constexpr std::size_t kLargeBytes = 150'000;  // several blocks of the log
constexpr std::uint64_t kPrivateIds = 40;

std::string words(Random& random) {
  const bool large = random.below(25) == 0;
  return random.bytes(1 + random.below(large ? kLargeBytes : kSmallBytes));
}

v1::CafeHeader header(const CafeId& id, Random& random) {
  v1::CafeHeader header;
  header.set_id(id);
  header.set_epoch(random.next_u64());
  return header;
}

std::vector<PrivateWrite> private_writes(Random& random) {
  std::vector<PrivateWrite> writes;
  for (std::uint64_t count = random.below(3); count > 0; --count) {
    const Id id = 1 + random.below(kPrivateIds);
    if (random.below(4) == 0) {
      writes.push_back({v1::PRIVATE_KIND_OUTCOME, id, std::nullopt});
    } else {
      writes.push_back({v1::PRIVATE_KIND_OUTCOME, id, words(random)});
    }
  }
  return writes;
}

WholeCafe whole_cafe(const CafeId& id, Random& random) {
  WholeCafe whole;
  whole.header = header(id, random);
  for (std::uint64_t count = 1 + random.below(20); count > 0; --count) {
    whole.entries.push_back(share(words(random)));
  }
  whole.private_records = {{v1::PRIVATE_KIND_PERSON, 1, words(random)}};
  return whole;
}

Append next_append(const CafeId& id, const CafeContents* cafe, Random& random) {
  Append append;
  append.cafe = id;
  if (cafe == nullptr) append.header = header(id, random);
  const bool private_only = cafe != nullptr && random.below(6) == 0;
  append.private_writes = private_writes(random);
  // Tells each request from every other: what is there must show how far the journal came.
  append.private_writes.push_back({v1::PRIVATE_KIND_TOKEN, 1, random.bytes(16)});
  if (!private_only) {
    append.seq = (cafe == nullptr ? 0 : cafe->head()) + 1;
    append.entry = share(words(random));
  }
  return append;
}

}  // namespace

Request next_request(const Contents& contents, Random& random) {
  const CafeId id = kCafes.at(random.below(kCafes.size()));
  const auto found = contents.cafes.find(id);
  if (found == contents.cafes.end()) return next_append(id, nullptr, random);
  switch (random.below(60)) {
    case 0:
      return Removed{id};
    case 1:
      return whole_cafe(id, random);
    case 2:
    case 3:
    case 4:
      return SavedSnapshot{id, found->second.head(), random.bytes(1 + random.below(kLargeBytes))};
    default:
      return next_append(id, &found->second, random);
  }
}

}  // namespace rebond::power_cut
