// The rules of groups: nodes of ideas on the map.
#include <set>

#include "core/rules.h"

namespace rebond {
namespace {

constexpr std::size_t kNameBytesMax = 200;
constexpr int kCardsAtOnceMax = 200;

}  // namespace

std::variant<v1::Change, v1::Rejection> place_in_group(Id card, Id group, Id after,
                                                       const Context& context, const char* field) {
  if (Refusal refusal = check_act(context, v1::ACT_GROUP, field)) return *refusal;
  if (group != 0) {
    const v1::Group* found = context.state.find<v1::Group>(group);
    if (found == nullptr) {
      return reject(v1::REJECTION_CODE_NOT_FOUND, field, "name a group of this café");
    }
    if (found->withdrawn()) {
      return reject(v1::REJECTION_CODE_TARGET_WITHDRAWN, field, "restore the group first");
    }
  }
  v1::Membership membership;
  membership.set_group(group);
  membership.set_after(after);
  return put_change(card, membership);
}

std::variant<std::vector<v1::Change>, v1::Rejection> new_group(const v1::AddGroup& command,
                                                               const Context& context,
                                                               const char* field) {
  const std::string where(field);
  if (Refusal refusal = check_act(context, v1::ACT_GROUP, field)) return *refusal;
  if (Refusal refusal = check_new_id(context, v1::RECORD_KIND_GROUP, command.group(),
                                     (where + ".group").c_str())) {
    return *refusal;
  }
  if (Refusal refusal = check_words(command.name(), kNameBytesMax, (where + ".name").c_str())) {
    return *refusal;
  }
  if (command.cards_size() > kCardsAtOnceMax) {
    return reject(v1::REJECTION_CODE_LIMIT, where + ".cards",
                  "begin with at most " + std::to_string(kCardsAtOnceMax) + " ideas");
  }
  if (context.state.records().count<v1::Group>() >= context.limits.groups) {
    return reject(v1::REJECTION_CODE_LIMIT, where, "this café holds no more groups");
  }
  v1::Group group;
  group.set_name(command.name());
  group.set_device(context.member.device);
  group.set_created_at_ms(context.now_ms);
  std::vector<v1::Change> changes{put_change(command.group(), group)};
  Id after = 0;
  std::set<Id> placed;
  for (const Id card : command.cards()) {
    if (context.state.find<v1::Card>(card) == nullptr) {
      return reject(v1::REJECTION_CODE_NOT_FOUND, where + ".cards", "name ideas of this café");
    }
    if (!placed.insert(card).second) {
      return reject(v1::REJECTION_CODE_CONFLICT, where + ".cards", "name each idea once");
    }
    v1::Membership membership;
    membership.set_group(command.group());
    membership.set_after(after);
    changes.push_back(put_change(card, membership));
    after = card;
  }
  return changes;
}

Decision decide_add_group(const v1::AddGroup& command, const Context& context) {
  auto made = new_group(command, context, "add_group");
  if (const auto* rejection = std::get_if<v1::Rejection>(&made)) return *rejection;
  Changes changes;
  changes.what = v1::WHAT_GROUP_ADDED;
  changes.changes = std::get<std::vector<v1::Change>>(std::move(made));
  return changes;
}

Decision decide_set_group(const v1::SetGroup& command, const Context& context) {
  const v1::Group* group = context.state.find<v1::Group>(command.group());
  if (group == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_group.group", "name a group of this café");
  }
  if (Refusal refusal = check_act(context, v1::ACT_GROUP, "set_group")) return *refusal;
  if (Refusal refusal = check_words(command.name(), kNameBytesMax, "set_group.name")) {
    return *refusal;
  }
  v1::Group changed = *group;
  changed.set_name(command.name());
  return accept(v1::WHAT_GROUP_CHANGED, put_change(command.group(), changed));
}

Decision decide_place_card(const v1::PlaceCard& command, const Context& context) {
  if (context.state.find<v1::Card>(command.card()) == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "place_card.card", "name an idea of this café");
  }
  if (command.after() != 0 && context.state.find<v1::Card>(command.after()) == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "place_card.after", "name an idea of this café");
  }
  if (command.after() == command.card()) {
    return reject(v1::REJECTION_CODE_CONFLICT, "place_card.after",
                  "place an idea behind another one");
  }
  auto place =
      place_in_group(command.card(), command.group(), command.after(), context, "place_card.group");
  if (const auto* rejection = std::get_if<v1::Rejection>(&place)) return *rejection;
  return accept(v1::WHAT_CARD_PLACED, std::get<v1::Change>(std::move(place)));
}

}  // namespace rebond
