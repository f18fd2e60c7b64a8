// The dots that ideas are supported with: what each may give, and what was given.
#include "core/support.h"

#include <algorithm>
#include <set>

#include "core/rules.h"

namespace rebond {
namespace {

constexpr std::uint32_t kDotsEach = 3;
constexpr std::uint32_t kTableCapacity = 6;
constexpr std::uint32_t kRoomCapacity = 2'000;

struct LastSeat {
  std::uint32_t round = 0;
  Id table = 0;
};

/// People whose last seat is at the table, who are still here and have no device.
std::size_t people_without_device(const State& state, Id table) {
  std::map<Id, LastSeat> seats;
  state.records().each<v1::Seat>([&](Id, const v1::Seat& seat) {
    const v1::Round* round = state.find<v1::Round>(seat.round());
    const std::uint32_t number = round == nullptr ? 0 : round->number();
    LastSeat& last = seats[seat.participant()];
    if (number >= last.round) last = {number, seat.table()};
  });
  std::set<Id> people;
  for (const auto& [participant, seat] : seats) {
    const v1::Participant* person = state.find<v1::Participant>(participant);
    if (seat.table == table && person != nullptr && !person->left()) people.insert(participant);
  }
  state.records().each<v1::Device>(
      [&](Id, const v1::Device& device) { people.erase(device.participant()); });
  return people.size();
}

}  // namespace

std::uint32_t dots_each(const State& state) {
  const std::uint32_t set = cafe_of(state).dots_each();
  return set == 0 ? kDotsEach : set;
}

std::uint64_t dots_of(const Context& context) {
  const State& state = context.state;
  std::uint64_t people = 1;
  if (context.member.role == v1::ROLE_FACILITATOR) people = kRoomCapacity;
  if (context.member.role == v1::ROLE_CAPTAIN) {
    const v1::Table* table = state.find<v1::Table>(context.member.table);
    const bool known = table != nullptr && table->capacity() != 0;
    people = std::max<std::uint64_t>(known ? table->capacity() : kTableCapacity,
                                     people_without_device(state, context.member.table));
  }
  return people * dots_each(state);
}

std::uint32_t voters(const State& state, std::uint32_t dots) {
  const std::uint32_t each = dots_each(state);
  return dots / each + (dots % each == 0 ? 0 : 1);
}

std::map<Id, v1::Support> tally(const State& state, const PrivateState& private_state) {
  std::map<Id, v1::Support> ideas;
  for (const auto& [supporter, record] : private_state.support()) {
    for (const v1::SupportRecord::Dots& given : record.given()) {
      v1::Support& idea = ideas[given.card()];
      idea.set_dots(idea.dots() + given.dots());
      idea.set_voters(idea.voters() + voters(state, given.dots()));
    }
  }
  return ideas;
}

}  // namespace rebond
