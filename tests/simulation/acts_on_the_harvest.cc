// What simulated people do with what ideas become, and with what is their own.
#include "tests/simulation/acts_on_the_harvest.h"

#include "tests/simulation/any_record.h"

namespace rebond::sim {
namespace {

void synthesise(v1::Command& command, Random& random, ClientSession& session,
                const std::string& words) {
  const State& state = session.state();
  const Id table =
      session.welcome().table() == 0 ? any<v1::Table>(random, state) : session.welcome().table();
  switch (random.below(3)) {
    case 0:
      command.mutable_validate_synthesis()->set_table(table);
      command.mutable_validate_synthesis()->set_validated(true);
      return;
    case 1:
      command.mutable_set_line()->set_line(any<v1::SynthesisLine>(random, state));
      return;
    default: {
      v1::AddLine& add = *command.mutable_add_line();
      add.set_line(session.new_id());
      add.set_run(session.new_id());
      add.set_table(table);
      add.set_text(words);
    }
  }
}

void ask_the_expert(v1::Command& command, Random& random, ClientSession& session,
                    const std::string& words) {
  const Id card = any<v1::Card>(random, session.state());
  if (random.below(2) == 0) {
    v1::QueueForExpert& queue = *command.mutable_queue_for_expert();
    queue.mutable_what()->set_kind(v1::RECORD_KIND_CARD);
    queue.mutable_what()->set_id(card);
    queue.set_queued(true);
    return;
  }
  v1::AddAnswer& add = *command.mutable_add_answer();
  add.set_answer(session.new_id());
  add.set_run(session.new_id());
  add.mutable_about()->set_kind(v1::RECORD_KIND_CARD);
  add.mutable_about()->set_id(card);
  add.set_kind(v1::ANSWER_KIND_TRUE);
  add.set_text(words);
}

void decide_together(v1::Command& command, Random& random, ClientSession& session,
                     const std::string& words) {
  const State& state = session.state();
  switch (random.below(4)) {
    case 0:
      command.mutable_add_action()->set_action(session.new_id());
      command.mutable_add_action()->set_what(words);
      return;
    case 1:
      command.mutable_set_action()->set_action(any<v1::Action>(random, state));
      command.mutable_set_action()->set_state(v1::ACTION_STATE_DECIDED);
      return;
    case 2:
      command.mutable_merge_groups()->set_from(any<v1::Group>(random, state));
      command.mutable_merge_groups()->set_into(any<v1::Group>(random, state));
      return;
    default:
      command.mutable_cast_support()->set_card(any<v1::Card>(random, state));
      command.mutable_cast_support()->set_dots(static_cast<std::uint32_t>(random.below(4)));
  }
}

void keep_to_oneself(v1::Command& command, Random& random, ClientSession& session,
                     const std::string& words) {
  switch (random.below(5)) {
    case 0:
      command.mutable_save_draft()->set_draft(session.new_id());
      command.mutable_save_draft()->set_text(words);
      return;
    case 1:
      command.mutable_drop_draft()->set_draft(session.new_id() - 1);
      return;
    case 2:
      command.mutable_evaluate()->add_answers(static_cast<std::uint32_t>(1 + random.below(3)));
      return;
    default:
      command.mutable_undo();
  }
}

void lead(v1::Command& command, Random& random, ClientSession& session, const std::string& words) {
  switch (random.below(5)) {
    case 0:
      command.mutable_set_support()->set_open(random.below(3) != 0);
      command.mutable_set_support()->set_blind(random.below(2) == 0);
      return;
    case 1:
      command.mutable_set_show()->mutable_show()->set_attention(random.below(2) == 0);
      return;
    case 2:
      command.mutable_announce()->set_announcement(session.new_id());
      command.mutable_announce()->set_text(words);
      return;
    default:
      command.mutable_set_step()->set_step(any<v1::Step>(random, session.state()));
      command.mutable_set_step()->set_anonymous(random.below(3) != 0);
  }
}

}  // namespace

void act_on_the_harvest(v1::Command& command, Random& random, ClientSession& session,
                        const std::string& words) {
  if (session.welcome().role() == v1::ROLE_FACILITATOR && random.below(2) == 0) {
    return lead(command, random, session, words);
  }
  switch (random.below(4)) {
    case 0:
      return synthesise(command, random, session, words);
    case 1:
      return ask_the_expert(command, random, session, words);
    case 2:
      return decide_together(command, random, session, words);
    default:
      return keep_to_oneself(command, random, session, words);
  }
}

}  // namespace rebond::sim
