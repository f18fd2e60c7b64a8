// A set of pairs of ideas, in which neither comes first.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <unordered_set>
#include <utility>

#include "base/ids.h"

namespace rebond {

/// Pairs that are not to be suggested: refused ones, linked ones.
class IdeaPairs {
 public:
  void add(Id a, Id b) { pairs_.insert(std::minmax(a, b)); }
  void remove(Id a, Id b) { pairs_.erase(std::minmax(a, b)); }
  bool contains(Id a, Id b) const { return pairs_.contains(std::minmax(a, b)); }
  std::size_t size() const { return pairs_.size(); }

 private:
  using Pair = std::pair<Id, Id>;
  struct Hash {
    std::size_t operator()(const Pair& pair) const {
      return std::hash<Id>()(pair.first * 0x9E3779B97F4A7C15U + pair.second);
    }
  };
  std::unordered_set<Pair, Hash> pairs_;
};

}  // namespace rebond
