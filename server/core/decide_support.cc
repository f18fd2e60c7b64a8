// The rules of support: a limited number of dots each, open or told only at the end.
#include "core/personal.h"
#include "core/rules.h"
#include "core/support.h"

namespace rebond {
namespace {

constexpr std::uint32_t kDotsEachMax = 100;

bool is_shown(const v1::Card& card) {
  return !card.withdrawn() && !card.hidden();
}

std::uint32_t dots_on(const v1::SupportRecord& record, Id card) {
  for (const v1::SupportRecord::Dots& given : record.given()) {
    if (given.card() == card) return given.dots();
  }
  return 0;
}

/// Dots on what is not shown any more came back to who gave them (SU4).
std::uint64_t dots_given(const State& state, const v1::SupportRecord& record, Id except) {
  std::uint64_t sum = 0;
  for (const v1::SupportRecord::Dots& given : record.given()) {
    const v1::Card* card = state.find<v1::Card>(given.card());
    if (given.card() != except && card != nullptr && is_shown(*card)) sum += given.dots();
  }
  return sum;
}

v1::SupportRecord with(const v1::SupportRecord& record, Id card, std::uint32_t dots) {
  v1::SupportRecord changed;
  for (const v1::SupportRecord::Dots& given : record.given()) {
    if (given.card() != card) *changed.add_given() = given;
  }
  if (dots == 0) return changed;
  v1::SupportRecord::Dots& given = *changed.add_given();
  given.set_card(card);
  given.set_dots(dots);
  return changed;
}

PrivateWrite keep(Id supporter, const v1::SupportRecord& record) {
  if (record.given().empty()) {
    return PrivateWrite{v1::PRIVATE_KIND_SUPPORT, supporter, std::nullopt};
  }
  return put_private(v1::PRIVATE_KIND_SUPPORT, supporter, record);
}

std::uint32_t moved(std::uint32_t sum, std::uint32_t before, std::uint32_t after) {
  return sum + after < before ? 0 : sum + after - before;
}

/// What everybody is told of one idea when one supporter changes its dots.
v1::Change told(const State& state, Id card, std::uint32_t before, std::uint32_t after) {
  const v1::Support* known = state.find<v1::Support>(card);
  v1::Support support = known == nullptr ? v1::Support() : *known;
  support.set_dots(moved(support.dots(), before, after));
  support.set_voters(moved(support.voters(), voters(state, before), voters(state, after)));
  if (support.dots() == 0) support.set_voters(0);
  return put_change(card, support);
}

bool any_given(const Context& context) {
  return !context.private_state.support().empty();
}

/// SU3: what nobody was told while support was open, all at once.
void tell_all(const Context& context, Changes& changes) {
  std::map<Id, v1::Support> ideas = tally(context.state, context.private_state);
  context.state.records().each<v1::Support>([&](Id card, const v1::Support&) { ideas[card]; });
  for (const auto& [card, support] : ideas) {
    const v1::Support* known = context.state.find<v1::Support>(card);
    if (known != nullptr && known->SerializeAsString() == support.SerializeAsString()) continue;
    changes.changes.push_back(put_change(card, support));
  }
}

}  // namespace

Decision decide_set_support(const v1::SetSupport& command, const Context& context) {
  const v1::Cafe& cafe = cafe_of(context.state);
  if (command.dots_each() > kDotsEachMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "set_support.dots_each",
                  "give each at most " + std::to_string(kDotsEachMax) + " dots");
  }
  const bool turns = command.has_blind() && command.blind() != cafe.support_blind();
  if (turns && cafe.support_open() && any_given(context)) {
    return reject(v1::REJECTION_CODE_CONFLICT, "set_support.blind",
                  "close support first: dots were given already");
  }
  v1::Cafe changed = cafe;
  if (command.has_open()) changed.set_support_open(command.open());
  if (command.has_blind()) changed.set_support_blind(command.blind());
  if (command.has_dots_each()) changed.set_dots_each(command.dots_each());
  Changes changes = accept(v1::WHAT_SUPPORT_SET, put_change(1, changed));
  const bool closes = cafe.support_open() && !changed.support_open();
  if (closes && cafe.support_blind()) tell_all(context, changes);
  return changes;
}

Decision decide_cast_support(const v1::CastSupport& command, const Context& context) {
  const State& state = context.state;
  if (Refusal refusal = check_act(context, v1::ACT_SUPPORT, "cast_support")) return *refusal;
  if (!cafe_of(state).support_open()) {
    return reject(v1::REJECTION_CODE_CONFLICT, "cast_support", "wait until support is open");
  }
  const v1::Card* card = state.find<v1::Card>(command.card());
  if (card == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "cast_support.card", "name an idea of this café");
  }
  const Id supporter = support_key(context.member);
  const v1::SupportRecord& record = context.private_state.support_of(supporter);
  const std::uint32_t before = dots_on(record, command.card());
  if (command.dots() > before) {
    if (!is_shown(*card)) {
      return reject(v1::REJECTION_CODE_TARGET_WITHDRAWN, "cast_support.card",
                    "support an idea that is shown");
    }
    if (dots_given(state, record, command.card()) + command.dots() > dots_of(context)) {
      return reject(v1::REJECTION_CODE_BUDGET, "cast_support.dots",
                    "take dots from another idea first");
    }
  }
  Changes changes;
  changes.what = v1::WHAT_SUPPORT_CAST;
  changes.private_writes.push_back(keep(supporter, with(record, command.card(), command.dots())));
  changes.anonymous = true;
  changes.private_only = cafe_of(state).support_blind() || command.dots() == before;
  if (!changes.private_only) {
    changes.changes.push_back(told(state, command.card(), before, command.dots()));
  }
  return changes;
}

}  // namespace rebond
