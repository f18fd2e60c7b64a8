// The first half of an evening: people come, tables talk, everybody but the captains moves.
#include <algorithm>

#include "clients/cli/evening_cast.h"

namespace rebond::cli {
namespace {

constexpr std::uint32_t kGuestsEach = 4;
constexpr std::uint32_t kLatecomers = 2;
constexpr std::uint32_t kRoundMinutes = 20;

class Rounds {
 public:
  explicit Rounds(Cast& cast) : cast_(cast) {}

  Result<void> welcome() {
    if (Result<void> done = cast_.go_to("welcome"); !done) return done;
    const auto here = static_cast<std::uint32_t>(cast_.tables()) * kGuestsEach;
    for (std::uint32_t i = 0; i < here + kLatecomers; ++i) {
      if (Result<void> done = add_person(/*expected=*/i >= here); !done) return done;
    }
    v1::Command ask;
    ask.mutable_plan_seats()->set_automatic(true);
    ask.mutable_plan_seats()->set_seed(1);
    if (Result<void> done = cast_.order(cast_.facilitator(), ask); !done) return done;
    if (Result<void> done = wait_for_seats(); !done) return done;
    cast_.tell("welcome", std::to_string(here) + " people, " + std::to_string(kLatecomers) +
                              " more expected; seats are planned");
    return cast_.go_to("objective");
  }

  Result<void> talk() {
    for (std::uint32_t round = 1; round <= cast_.plan().rounds; ++round) {
      if (Result<void> done = hold_round(round); !done) return done;
      if (round == 1) {
        for (std::uint32_t i = 1; i <= kLatecomers; ++i) {
          const Id late = people_[people_.size() - i];
          if (Result<void> done = check_in(late, v1::ATTENDANCE_HERE); !done) return done;
        }
      }
      if (round == cast_.plan().rounds) break;
      if (Result<void> done = cast_.go_to("move-" + std::to_string(round)); !done) return done;
      if (Result<void> done = wait_for_seats(); !done) return done;
      cast_.tell("move-" + std::to_string(round), "everybody but the captains moves");
    }
    return {};
  }

 private:
  Result<void> add_person(bool expected) {
    v1::Command command;
    v1::AddPerson& add = *command.mutable_add_person();
    add.set_participant(cast_.facilitator().new_id());
    add.set_role(v1::ROLE_PARTICIPANT);
    add.set_name("Invité " + std::to_string(people_.size() + 1));
    add.set_expected(expected);
    people_.push_back(add.participant());
    return cast_.order(cast_.facilitator(), command);
  }

  Result<void> check_in(Id person, v1::Attendance attendance) {
    v1::Command command;
    command.mutable_check_in()->set_participant(person);
    command.mutable_check_in()->set_attendance(attendance);
    return cast_.order(cast_.facilitator(), command);
  }

  Result<void> wait_for_seats() {
    return cast_.facilitator().wait_for(
        [](const State& state) {
          const v1::SeatPlan* plan = state.find<v1::SeatPlan>(1);
          return plan != nullptr && plan->made_seq() >= plan->wanted_seq();
        },
        "a plan of seats");
  }

  Result<void> hold_round(std::uint32_t number) {
    const std::string slug = "round-" + std::to_string(number);
    if (Result<void> done = cast_.go_to(slug); !done) return done;
    v1::Command start;
    start.mutable_start_round()->set_minutes(kRoundMinutes);
    if (Result<void> done = cast_.order(cast_.facilitator(), start); !done) return done;
    if (number == 2) {
      if (Result<void> done = cast_.replace_captain(0); !done) return done;
      cast_.tell(slug, "another captain takes over table 1");
      if (Result<void> done = check_in(people_.front(), v1::ATTENDANCE_LEFT); !done) return done;
    }
    std::size_t written = 0;
    for (std::size_t t = 0; t < cast_.plan().tables.size(); ++t) {
      const Result<std::size_t> count = write_share(t, number);
      if (!count) return count.error();
      written += *count;
    }
    v1::Command end;
    end.mutable_end_round();
    if (Result<void> done = cast_.order(cast_.facilitator(), end); !done) return done;
    cast_.tell(slug, std::to_string(written) + " ideas");
    return {};
  }

  /// The part of a table's ideas that is said in this round.
  Result<std::size_t> write_share(std::size_t table_index, std::uint32_t round) {
    const std::vector<PlannedIdea>& ideas = cast_.plan().tables[table_index].ideas;
    const std::size_t from = ideas.size() * (round - 1) / cast_.plan().rounds;
    const std::size_t to = ideas.size() * round / cast_.plan().rounds;
    Hand& hand = cast_.writer(table_index);
    for (std::size_t i = from; i < to; ++i) {
      v1::Command command;
      v1::AddCard& add = *command.mutable_add_card();
      add.set_card(hand.new_id());
      add.set_run(hand.new_id());
      add.set_table(cast_.table(table_index));
      add.set_text(ideas[i].text);
      add.set_plan_ref(ideas[i].id);
      if (Result<void> done = cast_.order(hand, command); !done) return done.error();
      ++cast_.acknowledged;
    }
    return to - from;
  }

  Cast& cast_;
  std::vector<Id> people_;
};

}  // namespace

Result<void> play_rounds(Cast& cast) {
  Rounds rounds(cast);
  if (Result<void> done = rounds.welcome(); !done) return done;
  return rounds.talk();
}

}  // namespace rebond::cli
