// The order of the ideas in a group, or of the lines of a synthesis, as people laid them out.
#include "core/group_order.h"

#include <map>
#include <set>

namespace rebond {
namespace {

class Walk {
 public:
  explicit Walk(const std::vector<Place>& places) {
    for (const Place& place : places) members_.insert(place.idea);
    // Backwards, because each idea's followers are taken from the end.
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
      const bool follows = place->after != place->idea && members_.contains(place->after);
      followers_[follows ? place->after : 0].push_back(place->idea);
    }
  }

  /// Lists what follows `start` and was not listed yet: depth first, without recursion.
  void from(Id start) {
    std::vector<Id> waiting{start};
    while (!waiting.empty()) {
      const Id idea = waiting.back();
      waiting.pop_back();
      if (idea != 0 && !listed_.insert(idea).second) continue;
      if (idea != 0) order_.push_back(idea);
      const std::vector<Id>& next = followers_[idea];
      waiting.insert(waiting.end(), next.begin(), next.end());
    }
  }

  std::vector<Id> order() && { return std::move(order_); }

 private:
  std::set<Id> members_;
  std::map<Id, std::vector<Id>> followers_;
  std::set<Id> listed_;
  std::vector<Id> order_;
};

}  // namespace

std::vector<Id> in_group_order(const std::vector<Place>& places) {
  Walk walk(places);
  walk.from(0);
  // Only circles are left: a after b, b after a.
  for (const Place& place : places) walk.from(place.idea);
  return std::move(walk).order();
}

}  // namespace rebond
