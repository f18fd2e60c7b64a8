// The rules of merging groups: no word and no name is lost.
#include <algorithm>

#include "core/group_order.h"
#include "core/rules.h"

namespace rebond {
namespace {

constexpr int kOtherNamesMax = 200;

Refusal check_group(const Context& context, Id id, const char* field) {
  const v1::Group* group = context.state.find<v1::Group>(id);
  if (group == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, field, "name a group of this café");
  }
  if (group->withdrawn()) {
    return reject(v1::REJECTION_CODE_TARGET_WITHDRAWN, field, "restore the group first");
  }
  return std::nullopt;
}

std::vector<Id> ideas_of(const State& state, Id group) {
  std::vector<Place> places;
  state.records().each<v1::Membership>([&](Id card, const v1::Membership& membership) {
    if (membership.group() == group) places.push_back({card, membership.after()});
  });
  return in_group_order(places);
}

void add_name(const std::string& name, v1::Group& group) {
  const auto& known = group.other_names();
  if (name == group.name() || std::find(known.begin(), known.end(), name) != known.end()) return;
  group.add_other_names(name);
}

/// All ideas of `from`, in their order, behind those of `into`. They keep their words and marks.
void move_ideas(const State& state, Id from, Id into, Changes& changes) {
  const std::vector<Id> there = ideas_of(state, into);
  Id after = there.empty() ? 0 : there.back();
  for (const Id idea : ideas_of(state, from)) {
    v1::Membership membership;
    membership.set_group(into);
    membership.set_after(after);
    changes.changes.push_back(put_change(idea, membership));
    after = idea;
  }
}

}  // namespace

Decision decide_merge_groups(const v1::MergeGroups& command, const Context& context) {
  if (Refusal refusal = check_act(context, v1::ACT_GROUP, "merge_groups")) return *refusal;
  if (Refusal refusal = check_group(context, command.from(), "merge_groups.from")) return *refusal;
  if (Refusal refusal = check_group(context, command.into(), "merge_groups.into")) return *refusal;
  if (command.from() == command.into()) {
    return reject(v1::REJECTION_CODE_CONFLICT, "merge_groups.into", "name two different groups");
  }
  v1::Group from = *context.state.find<v1::Group>(command.from());
  v1::Group into = *context.state.find<v1::Group>(command.into());
  add_name(from.name(), into);
  for (const std::string& name : from.other_names()) add_name(name, into);
  if (into.other_names_size() > kOtherNamesMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "merge_groups.into",
                  "merge into another group: this one has taken over " +
                      std::to_string(kOtherNamesMax) + " names");
  }
  from.set_withdrawn(true);
  from.set_merged_into(command.into());
  Changes changes = accept(v1::WHAT_GROUPS_MERGED, put_change(command.into(), into));
  changes.changes.push_back(put_change(command.from(), from));
  move_ideas(context.state, command.from(), command.into(), changes);
  return changes;
}

}  // namespace rebond
