// What simulated people do.
#include "tests/simulation/acts.h"

#include "tests/simulation/acts_on_the_harvest.h"
#include "tests/simulation/acts_on_the_script.h"
#include "tests/simulation/any_record.h"

namespace rebond::sim {
namespace {

void add_card(v1::Command& command, Random& random, ClientSession& session,
              const std::string& words) {
  v1::AddCard& add = *command.mutable_add_card();
  add.set_card(session.new_id());
  add.set_run(session.new_id());
  const Id own = session.welcome().table();
  add.set_table(own != 0 && random.below(10) != 0 ? own : any<v1::Table>(random, session.state()));
  add.set_text(words);
  if (random.below(4) == 0) {
    add.mutable_rebound()->set_link(session.new_id());
    add.mutable_rebound()->set_to(any<v1::Card>(random, session.state()));
    add.mutable_rebound()->set_kind(v1::LINK_KIND_BUILDS_ON);
  }
}

void edit_text(v1::Command& command, Random& random, ClientSession& session,
               const std::string& words) {
  v1::EditText& edit = *command.mutable_edit_text();
  edit.set_text(any<v1::Card>(random, session.state()));
  const auto& pieces = session.state().text(edit.text()).pieces();
  if (!pieces.empty() && random.below(2) == 0) {
    const Text::Piece& piece = pieces[random.below(pieces.size())];
    v1::TextEdit& shade = *edit.add_edits();
    const bool hide = random.below(3) != 0;
    v1::Range& range = *(hide ? shade.mutable_hide() : shade.mutable_show())->add_ranges();
    range.set_run(piece.run);
    range.set_from(piece.from);
    range.set_to(piece.from + 1 + static_cast<std::uint32_t>(random.below(piece.length)));
  }
  v1::Insert& insert = *edit.add_edits()->mutable_insert();
  insert.set_run(session.new_id());
  insert.set_characters(words + "é");
  if (!pieces.empty() && random.below(5) != 0) {
    const Text::Piece& piece = pieces[random.below(pieces.size())];
    insert.mutable_after()->set_run(piece.run);
    insert.mutable_after()->set_offset(piece.from +
                                       static_cast<std::uint32_t>(random.below(piece.length)));
  }
}

void withdraw(v1::Command& command, Random& random, const State& state) {
  v1::RecordRef& what = *(random.below(3) == 0 ? command.mutable_restore()->mutable_what()
                                               : command.mutable_withdraw()->mutable_what());
  what.set_kind(random.below(2) == 0 ? v1::RECORD_KIND_CARD : v1::RECORD_KIND_GROUP);
  what.set_id(what.kind() == v1::RECORD_KIND_CARD ? any<v1::Card>(random, state)
                                                  : any<v1::Group>(random, state));
}

void arrange(v1::Command& command, Random& random, ClientSession& session,
             const std::string& words) {
  const State& state = session.state();
  switch (random.below(3)) {
    case 0: {
      v1::AddGroup& group = *command.mutable_add_group();
      group.set_group(session.new_id());
      group.set_name(words);
      group.add_cards(any<v1::Card>(random, state));
      return;
    }
    case 1:
      command.mutable_place_card()->set_card(any<v1::Card>(random, state));
      command.mutable_place_card()->set_group(any<v1::Group>(random, state));
      return;
    default: {
      v1::AddLink& link = *command.mutable_add_link();
      link.set_link(session.new_id());
      link.set_from(any<v1::Card>(random, state));
      link.set_to(any<v1::Card>(random, state));
      link.set_phrase(words);
    }
  }
}

void run_the_room(v1::Command& command, Random& random, const State& state) {
  switch (random.below(6)) {
    case 0:
      command.mutable_go_to_step()->set_step(any<v1::Step>(random, state));
      return;
    case 1:
      command.mutable_start_round()->set_minutes(1);
      return;
    case 2:
      command.mutable_end_round();
      return;
    case 3:
      command.mutable_pause_round();
      return;
    case 4:
      command.mutable_resume_round();
      return;
    default:
      command.mutable_extend_round()->set_minutes(1);
  }
}

void keep_or_sit(v1::Command& command, Random& random, ClientSession& session,
                 const std::string& words) {
  if (random.below(2) == 0) {
    command.mutable_salvage_text()->set_text(words);
    return;
  }
  v1::TakeSeat& seat = *command.mutable_take_seat();
  seat.set_seat(session.new_id());
  seat.set_participant(any<v1::Participant>(random, session.state()));
  seat.set_table(any<v1::Table>(random, session.state()));
}

}  // namespace

v1::Command random_command(Random& random, ClientSession& session, const std::string& words) {
  v1::Command command;
  if (random.below(4) == 0) {
    act_on_the_harvest(command, random, session, words);
    return command;
  }
  if (random.below(8) == 0) {
    act_on_the_script(command, random, session, words);
    return command;
  }
  const std::uint64_t dice = random.below(20);
  if (session.welcome().role() == v1::ROLE_FACILITATOR && dice < 8) {
    run_the_room(command, random, session.state());
  } else if (dice < 9) {
    add_card(command, random, session, words);
  } else if (dice < 13) {
    edit_text(command, random, session, words);
  } else if (dice < 16) {
    arrange(command, random, session, words);
  } else if (dice < 18) {
    withdraw(command, random, session.state());
  } else {
    keep_or_sit(command, random, session, words);
  }
  return command;
}

}  // namespace rebond::sim
