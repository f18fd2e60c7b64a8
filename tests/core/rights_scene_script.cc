// What may be tried with the script, the people, the seats and the suggestions.
#include "core/founding.h"
#include "core/suggested.h"
#include "tests/core/commands.h"
#include "tests/core/evening_commands.h"
#include "tests/core/rights_scene.h"

namespace rebond::test {
namespace {

using C = v1::Command;

std::vector<Attempt> with_the_script(C::KindCase kind, Scene& s) {
  switch (kind) {
    case C::kSetStep:
      return {{"any", skip_step(s.cafe.step("round-3"))}};
    case C::kAddStep:
      return {{"anywhere", add_step(s.me.new_id(), "coffee", s.cafe.step("round-1"))}};
    case C::kAddRound:
      return {{"the next", add_round(s.me.new_id(), s.me.new_id(), s.me.new_id())}};
    case C::kAddTable:
      return {{"one more", add_table(s.me.new_id(), "Encore")}};
    default:
      return {};
  }
}

std::vector<Attempt> with_persons(C::KindCase kind, Scene& s) {
  const Id self = s.me.participant() == 0 ? s.mate.participant() : s.me.participant();
  const Id stranger = s.stranger.participant();
  switch (kind) {
    case C::kAddPerson:
      return {
          {"at the own table", add_person(s.me.new_id(), "Léa", v1::ROLE_PARTICIPANT, table_id(1))},
          {"at another table",
           add_person(s.me.new_id(), "Léa", v1::ROLE_PARTICIPANT, table_id(2))}};
    case C::kSetPerson:
      return {{"the name of oneself, or of a guest of the table", set_name(self, "Léa")},
              {"the name of a guest of another table", set_name(stranger, "Léa")},
              {"who sits with whom", set_wishes(self, wishes_of("", {stranger}))},
              {"a role", set_role(self, v1::ROLE_CAPTAIN, table_id(1))}};
    case C::kCheckIn:
      return {{"oneself, or a guest of the table", check_in(self, v1::ATTENDANCE_LEFT)},
              {"a guest of another table", check_in(stranger, v1::ATTENDANCE_LEFT)}};
    default:
      return {};
  }
}

std::vector<Attempt> with_the_server(C::KindCase kind, Scene& s) {
  switch (kind) {
    case C::kPlanSeats:
      return {{"the rounds to come", plan_seats(true)}};
    case C::kAskSuggestions:
      return {{"for all ideas", ask_suggestions(true)}};
    case C::kAcceptSuggestion:
      return {{"as a link", accept_link(s.suggestion, s.me.new_id())},
              {"as a group", accept_group(s.suggestion, s.me.new_id())}};
    case C::kRefuseSuggestion:
      return {{"any", refuse(s.suggestion)}};
    default:
      return {};
  }
}

}  // namespace

std::vector<Attempt> attempts_with_the_script(C::KindCase kind, Scene& scene) {
  for (const auto& ask : {with_the_script, with_persons, with_the_server}) {
    if (std::vector<Attempt> attempts = ask(kind, scene); !attempts.empty()) return attempts;
  }
  return {};
}

Id suggest_pair(CafeBuilder& cafe, Id one, Id other) {
  EXPECT_FALSE(cafe.as_facilitator().send(ask_suggestions()).rejection);
  FoundSuggestions found;
  found.base_seq = cafe.state.seq();
  found.best = {{{one, other}, 0, "ensemble", 500, {}}};
  cafe.take_over(decide_suggested(cafe.state, found));
  Id made = 0;
  cafe.state.records().each<v1::Suggestion>([&](Id id, const v1::Suggestion&) { made = id; });
  return made;
}

}  // namespace rebond::test
