// What simulated people do with the script, the people, the seats and the suggestions.
#include "tests/simulation/acts_on_the_script.h"

#include "tests/simulation/any_record.h"

namespace rebond::sim {
namespace {

void change_the_script(v1::Command& command, Random& random, ClientSession& session) {
  const State& state = session.state();
  switch (random.below(3)) {
    case 0:
      command.mutable_set_step()->set_step(any<v1::Step>(random, state));
      command.mutable_set_step()->set_minutes(static_cast<std::uint32_t>(random.below(60)));
      command.mutable_set_step()->set_skipped(random.below(4) == 0);
      return;
    case 1: {
      v1::AddStep& add = *command.mutable_add_step();
      add.set_step(session.new_id());
      add.set_slug("coffee-" + std::to_string(random.below(9)));
      add.set_after(any<v1::Step>(random, state));
      return;
    }
    default: {
      v1::AddRound& add = *command.mutable_add_round();
      add.set_round(session.new_id());
      add.set_step(session.new_id());
      add.set_move_step(session.new_id());
    }
  }
}

void change_tables(v1::Command& command, Random& random, ClientSession& session,
                   const std::string& words) {
  if (random.below(2) == 0) {
    command.mutable_add_table()->set_table(session.new_id());
    command.mutable_add_table()->set_name(words);
    return;
  }
  v1::SetTable& set = *command.mutable_set_table();
  set.set_table(any<v1::Table>(random, session.state()));
  set.set_name(words);
  if (random.below(3) == 0) set.set_withdrawn(random.below(3) == 0);
}

void welcome_people(v1::Command& command, Random& random, ClientSession& session,
                    const std::string& words) {
  const State& state = session.state();
  const Id own = session.welcome().table();
  const Id table = own == 0 ? any<v1::Table>(random, state) : own;
  switch (random.below(3)) {
    case 0: {
      v1::AddPerson& add = *command.mutable_add_person();
      add.set_participant(session.new_id());
      add.set_name(words);
      add.set_table(table);
      return;
    }
    case 1: {
      v1::SetPerson& set = *command.mutable_set_person();
      set.set_participant(any<v1::Participant>(random, state));
      if (random.below(2) == 0) set.set_name(words);
      if (random.below(3) == 0) set.mutable_wishes()->set_group("tenant");
      if (random.below(4) != 0) return;
      set.set_role(v1::ROLE_CAPTAIN);
      set.set_table(table);
      return;
    }
    default:
      command.mutable_check_in()->set_participant(any<v1::Participant>(random, state));
      command.mutable_check_in()->set_attendance(static_cast<v1::Attendance>(1 + random.below(3)));
  }
}

void ask_the_server(v1::Command& command, Random& random, ClientSession& session) {
  const Id suggestion = any<v1::Suggestion>(random, session.state());
  switch (random.below(4)) {
    case 0:
      command.mutable_plan_seats()->set_automatic(random.below(2) == 0);
      return;
    case 1:
      command.mutable_ask_suggestions()->set_automatic(random.below(2) == 0);
      return;
    case 2:
      command.mutable_accept_suggestion()->set_suggestion(suggestion);
      command.mutable_accept_suggestion()->set_link(session.new_id());
      command.mutable_accept_suggestion()->set_kind(v1::LINK_KIND_SAME_AS);
      return;
    default:
      command.mutable_refuse_suggestion()->set_suggestion(suggestion);
  }
}

}  // namespace

void act_on_the_script(v1::Command& command, Random& random, ClientSession& session,
                       const std::string& words) {
  switch (random.below(4)) {
    case 0:
      change_the_script(command, random, session);
      return;
    case 1:
      change_tables(command, random, session, words);
      return;
    case 2:
      ask_the_server(command, random, session);
      return;
    default:
      welcome_people(command, random, session, words);
  }
}

}  // namespace rebond::sim
