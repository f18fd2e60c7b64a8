// Closed rotation plans: by how many tables each seat colour is ahead of the captain.
#include "method/rotation_offsets.h"

#include <algorithm>
#include <utility>

#include "method/rotation_difference.h"
#include "method/rotation_field.h"

namespace rebond {
namespace {

// Larger fields are never needed: there, plain multiplication is possible.
constexpr int kFieldMax = 256;

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

/// Whether colour * round, counted around the tables, never falls on the same table twice.
bool multiplication_works(int tables, int colours, int rounds) {
  for (int apart = 1; apart <= colours; ++apart) {
    for (int later = 1; later < rounds; ++later) {
      if (apart * later % tables == 0) return false;
    }
  }
  return true;
}

SeatOffsets by_multiplication(int tables, int colours, int rounds) {
  SeatOffsets offsets{TableGroup({tables}), {}};
  for (int colour = 1; colour <= colours; ++colour) {
    offsets.offset.emplace_back();
    for (int round = 0; round < rounds; ++round) {
      offsets.offset.back().push_back(colour * round % tables);
    }
  }
  return offsets;
}

SeatOffsets by_field(PrimePower q, int colours, int rounds) {
  const std::vector<std::vector<int>> product = field_products(q);
  SeatOffsets offsets{TableGroup(std::vector<int>(index(q.degree), q.prime)), {}};
  for (int colour = 1; colour <= colours; ++colour) {
    const std::vector<int>& row = product[index(colour)];
    offsets.offset.emplace_back(row.begin(), row.begin() + rounds);
  }
  return offsets;
}

}  // namespace

TableGroup::TableGroup(std::vector<int> radices) : radices_(std::move(radices)) {
  for (const int radix : radices_) size_ *= radix;
}

int TableGroup::add(int a, int b) const {
  int sum = 0;
  int place = 1;
  for (const int radix : radices_) {
    sum += (a % radix + b % radix) % radix * place;
    a /= radix;
    b /= radix;
    place *= radix;
  }
  return sum;
}

int TableGroup::subtract(int a, int b) const {
  int difference = 0;
  int place = 1;
  for (const int radix : radices_) {
    difference += (a % radix + radix - b % radix) % radix * place;
    a /= radix;
    b /= radix;
    place *= radix;
  }
  return difference;
}

bool all_differences_differ(const SeatOffsets& offsets) {
  std::vector<std::vector<int>> rows = offsets.offset;
  if (rows.empty()) return true;
  rows.emplace_back(rows.front().size(), 0);
  for (std::size_t a = 0; a < rows.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      std::vector<bool> seen(index(offsets.group.size()), false);
      for (std::size_t r = 0; r < rows[a].size(); ++r) {
        const std::size_t difference = index(offsets.group.subtract(rows[a][r], rows[b][r]));
        if (seen[difference]) return false;
        seen[difference] = true;
      }
    }
  }
  return true;
}

std::optional<SeatOffsets> find_offsets(int tables, int colours, int rounds, std::uint64_t nodes,
                                        Random& random) {
  if (colours >= tables || rounds > tables) return std::nullopt;
  if (multiplication_works(tables, colours, rounds)) {
    return by_multiplication(tables, colours, rounds);
  }
  const std::optional<PrimePower> q = prime_power(tables);
  if (q && tables <= kFieldMax) return by_field(*q, colours, rounds);
  // With a colour for every table but the captain's, each round is a complete mapping of the group;
  // groups with a cyclic subgroup of even order as their 2-part have none (Hall and Paige).
  if (colours == tables - 1 && rounds > 2 && tables % 4 == 2) return std::nullopt;
  std::vector<TableGroup> groups = {TableGroup({tables})};
  if (tables % 2 == 0) groups.emplace_back(std::vector<int>{2, tables / 2});
  // Restarts are short: a search that went wrong early never recovers.
  constexpr std::uint64_t kNodesEach = 20'000;
  for (std::uint64_t used = 0; used < nodes;) {
    for (const TableGroup& group : groups) {
      DifferenceSearch search(group, colours, rounds, random);
      if (search.run(std::min(kNodesEach, nodes))) return search.offsets();
      used += search.nodes();
    }
  }
  return std::nullopt;
}

}  // namespace rebond
