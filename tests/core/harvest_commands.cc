// Commands about what ideas become: syntheses, answers, dots, actions, costs, in a few words.
#include "tests/core/harvest_commands.h"

namespace rebond::test {

v1::Command line(Id id, Id table, const std::string& text, std::initializer_list<Id> cards,
                 Id after) {
  v1::Command command;
  v1::AddLine& add = *command.mutable_add_line();
  add.set_line(id);
  add.set_table(table);
  add.set_after(after);
  add.set_run(id + 1);
  add.set_text(text);
  add.mutable_cards()->Add(cards.begin(), cards.end());
  return command;
}

v1::Command set_line(Id line, Id after, std::initializer_list<Id> cards) {
  v1::Command command;
  v1::SetLine& set = *command.mutable_set_line();
  set.set_line(line);
  set.set_after(after);
  set.mutable_cards()->Add(cards.begin(), cards.end());
  return command;
}

v1::Command validate(Id table, bool validated) {
  v1::Command command;
  command.mutable_validate_synthesis()->set_table(table);
  command.mutable_validate_synthesis()->set_validated(validated);
  return command;
}

v1::Command queue(v1::RecordKind kind, Id id, bool queued) {
  v1::Command command;
  v1::QueueForExpert& queue = *command.mutable_queue_for_expert();
  queue.mutable_what()->set_kind(kind);
  queue.mutable_what()->set_id(id);
  queue.set_queued(queued);
  return command;
}

v1::Command answer(Id id, v1::RecordKind kind, Id about, const std::string& text,
                   v1::AnswerKind of) {
  v1::Command command;
  v1::AddAnswer& add = *command.mutable_add_answer();
  add.set_answer(id);
  add.mutable_about()->set_kind(kind);
  add.mutable_about()->set_id(about);
  add.set_kind(of);
  add.set_run(id + 1);
  add.set_text(text);
  return command;
}

v1::Command set_answer(Id answer, v1::AnswerKind kind) {
  v1::Command command;
  command.mutable_set_answer()->set_answer(answer);
  command.mutable_set_answer()->set_kind(kind);
  return command;
}

v1::Command open_support(bool blind, std::uint32_t dots_each) {
  v1::Command command;
  v1::SetSupport& set = *command.mutable_set_support();
  set.set_open(true);
  set.set_blind(blind);
  if (dots_each != 0) set.set_dots_each(dots_each);
  return command;
}

v1::Command close_support() {
  v1::Command command;
  command.mutable_set_support()->set_open(false);
  return command;
}

v1::Command cast(Id card, std::uint32_t dots) {
  v1::Command command;
  command.mutable_cast_support()->set_card(card);
  command.mutable_cast_support()->set_dots(dots);
  return command;
}

v1::Command evaluate(std::initializer_list<std::uint32_t> answers, bool for_guest) {
  v1::Command command;
  command.mutable_evaluate()->mutable_answers()->Add(answers.begin(), answers.end());
  command.mutable_evaluate()->set_for_guest(for_guest);
  return command;
}

v1::Command action(Id id, const std::string& what, std::initializer_list<Id> sources) {
  v1::Command command;
  v1::AddAction& add = *command.mutable_add_action();
  add.set_action(id);
  add.set_what(what);
  add.mutable_sources()->Add(sources.begin(), sources.end());
  return command;
}

v1::Command set_action_state(Id action, v1::ActionState state) {
  v1::Command command;
  command.mutable_set_action()->set_action(action);
  command.mutable_set_action()->set_state(state);
  return command;
}

v1::Command follow_up(Id action, const std::string& words) {
  v1::Command command;
  command.mutable_set_action()->set_action(action);
  command.mutable_set_action()->set_follow_up(words);
  return command;
}

v1::Command cost(Id id, const std::string& label, std::uint32_t days_hundredths,
                 std::uint32_t euros) {
  v1::Command command;
  v1::AddCost& add = *command.mutable_add_cost();
  add.set_cost(id);
  add.set_label(label);
  add.set_days_hundredths(days_hundredths);
  add.set_euros(euros);
  return command;
}

v1::Command set_cost(Id cost, const std::string& label, std::uint32_t days_hundredths,
                     std::uint32_t euros) {
  v1::Command command;
  v1::SetCost& set = *command.mutable_set_cost();
  set.set_cost(cost);
  set.set_label(label);
  set.set_days_hundredths(days_hundredths);
  set.set_euros(euros);
  return command;
}

v1::Command task(Id id, const std::string& what) {
  v1::Command command;
  command.mutable_add_task()->set_task(id);
  command.mutable_add_task()->set_what(what);
  return command;
}

v1::Command task_done(Id task, bool done) {
  v1::Command command;
  command.mutable_set_task()->set_task(task);
  command.mutable_set_task()->set_done(done);
  return command;
}

v1::Command show_view(v1::View view) {
  v1::Command command;
  command.mutable_set_show()->mutable_show()->set_view(view);
  return command;
}

v1::Command spotlight(v1::RecordKind kind, Id id) {
  v1::Command command;
  command.mutable_set_show()->mutable_show()->set_spotlight_kind(kind);
  command.mutable_set_show()->mutable_show()->set_spotlight(id);
  return command;
}

v1::Command announce(Id id, const std::string& text) {
  v1::Command command;
  command.mutable_announce()->set_announcement(id);
  command.mutable_announce()->set_text(text);
  return command;
}

v1::Command merge(Id from, Id into) {
  v1::Command command;
  command.mutable_merge_groups()->set_from(from);
  command.mutable_merge_groups()->set_into(into);
  return command;
}

v1::Command undo() {
  v1::Command command;
  command.mutable_undo();
  return command;
}

v1::Command save_draft(Id draft, const std::string& text, Id table) {
  v1::Command command;
  v1::SaveDraft& save = *command.mutable_save_draft();
  save.set_draft(draft);
  save.set_table(table);
  save.set_text(text);
  return command;
}

v1::Command drop_draft(Id draft) {
  v1::Command command;
  command.mutable_drop_draft()->set_draft(draft);
  return command;
}

v1::Command set_anonymous(Id step, bool anonymous) {
  v1::Command command;
  command.mutable_set_step()->set_step(step);
  command.mutable_set_step()->set_anonymous(anonymous);
  return command;
}

}  // namespace rebond::test
