// The characters that one edit of a text names: ranges of runs, in order and without overlaps.
#include "core/run_ranges.h"

namespace rebond {

RunRanges::RunRanges(const v1::Ranges& ranges) {
  for (const v1::Range& range : ranges.ranges()) {
    if (range.from() < range.to()) add(range);
  }
}

void RunRanges::add(const v1::Range& range) {
  std::map<std::uint32_t, std::uint32_t>& ends = ends_[range.run()];
  std::uint32_t from = range.from();
  std::uint32_t to = range.to();
  // Takes in every range that it touches.
  auto next = ends.lower_bound(from);
  while (next != ends.end() && next->second <= to) {
    from = std::min(from, next->second);
    to = std::max(to, next->first);
    next = ends.erase(next);
  }
  ends[to] = from;
}

bool RunRanges::any_in(Id run, std::uint32_t from, std::uint32_t to) const {
  bool any = false;
  parts(run, from, to, [&](std::uint32_t, std::uint32_t, bool named) { any = any || named; });
  return any;
}

}  // namespace rebond
