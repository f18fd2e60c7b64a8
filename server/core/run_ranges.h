// The characters that one edit of a text names: ranges of runs, in order and without overlaps.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>

#include "base/ids.h"
#include "rebond/v1/text.pb.h"

namespace rebond {

/// A set of characters. Made and asked in O(n log n), so that an edit with many ranges in a text
/// of many pieces costs their sum, not their product.
class RunRanges {
 public:
  /// Ranges that are empty or turned round name nothing.
  explicit RunRanges(const v1::Ranges& ranges);

  /// Whether one of the characters [from, to) of the run is named.
  bool any_in(Id run, std::uint32_t from, std::uint32_t to) const;

  /// Calls visit(from, to, named) for the parts of [from, to) of a run, in order: each is wholly
  /// named or not at all.
  template <typename Visit>
  void parts(Id run, std::uint32_t from, std::uint32_t to, Visit&& visit) const {
    std::uint32_t at = from;
    const auto ends = ends_.find(run);
    if (ends != ends_.end()) {
      for (auto next = ends->second.upper_bound(from); next != ends->second.end(); ++next) {
        const std::uint32_t begin = std::max(next->second, from);
        if (begin >= to) break;
        const std::uint32_t end = std::min(next->first, to);
        if (at < begin) visit(at, begin, false);
        visit(begin, end, true);
        at = end;
      }
    }
    if (at < to) visit(at, to, false);
  }

 private:
  void add(const v1::Range& range);

  /// By run: where a range ends, and where it begins.
  std::map<Id, std::map<std::uint32_t, std::uint32_t>> ends_;
};

}  // namespace rebond
