// How many people a table may take, so that tables differ by one at most.
#include "method/rotation_sizes.h"

#include <algorithm>

#include "base/check.h"

namespace rebond {
namespace {

int filled_to(int level, const TableRoom& table) {
  return std::max(table.staying, std::min(table.capacity, level));
}

long long sum_at(int level, const std::vector<TableRoom>& tables) {
  long long sum = 0;
  for (const TableRoom& table : tables) sum += filled_to(level, table);
  return sum;
}

}  // namespace

std::vector<SizeRange> balanced_sizes(int people, const std::vector<TableRoom>& tables) {
  int low = 0;
  int high = people;
  CHECK(tables.empty() || (sum_at(0, tables) <= people && sum_at(people, tables) >= people));
  // The highest level at which there are people enough for all tables.
  while (low < high) {
    const int middle = low + (high - low + 1) / 2;
    if (sum_at(middle, tables) <= people) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  const bool exact = sum_at(low, tables) == people;
  std::vector<SizeRange> ranges;
  ranges.reserve(tables.size());
  for (const TableRoom& table : tables) {
    ranges.push_back({filled_to(low, table), filled_to(exact ? low : low + 1, table)});
  }
  return ranges;
}

}  // namespace rebond
