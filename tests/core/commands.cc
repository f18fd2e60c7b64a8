// Commands and edits in a few words.
#include "tests/core/commands.h"

#include "base/hash.h"
#include "base/limits.h"

namespace rebond::test {

v1::Position at(Id run, std::uint32_t offset) {
  v1::Position position;
  position.set_run(run);
  position.set_offset(offset);
  return position;
}

v1::Range range(Id run, std::uint32_t from, std::uint32_t to) {
  v1::Range range;
  range.set_run(run);
  range.set_from(from);
  range.set_to(to);
  return range;
}

v1::TextEdit insert(Id run, const std::string& characters,
                    const std::optional<v1::Position>& after) {
  v1::TextEdit edit;
  edit.mutable_insert()->set_run(run);
  edit.mutable_insert()->set_characters(characters);
  if (after) *edit.mutable_insert()->mutable_after() = *after;
  return edit;
}

v1::TextEdit hide(std::initializer_list<v1::Range> ranges) {
  v1::TextEdit edit;
  edit.mutable_hide();
  for (const v1::Range& range : ranges) *edit.mutable_hide()->add_ranges() = range;
  return edit;
}

v1::TextEdit show(std::initializer_list<v1::Range> ranges) {
  v1::TextEdit edit;
  edit.mutable_show();
  for (const v1::Range& range : ranges) *edit.mutable_show()->add_ranges() = range;
  return edit;
}

v1::TextEdit fold() {
  v1::TextEdit edit;
  edit.mutable_fold();
  return edit;
}

v1::Command edit(Id text, std::initializer_list<v1::TextEdit> edits) {
  v1::Command command;
  command.mutable_edit_text()->set_text(text);
  for (const v1::TextEdit& one : edits) *command.mutable_edit_text()->add_edits() = one;
  return command;
}

v1::Command copy(Id text, Id from_text, std::initializer_list<v1::Range> ranges, Id first_run) {
  v1::Command command;
  v1::CopyText& copy = *command.mutable_copy_text();
  copy.set_text(text);
  copy.set_from_text(from_text);
  for (const v1::Range& one : ranges) *copy.add_ranges() = one;
  copy.set_first_run(first_run);
  return command;
}

v1::Command salvage(Id about, const std::string& text) {
  v1::Command command;
  command.mutable_salvage_text()->set_about(about);
  command.mutable_salvage_text()->set_text(text);
  return command;
}

v1::Command set_card(Id card, std::initializer_list<std::string> tags) {
  v1::Command command;
  command.mutable_set_card()->set_card(card);
  for (const std::string& tag : tags) command.mutable_set_card()->mutable_marks()->add_tags(tag);
  return command;
}

v1::Command hide_card(Id card, bool hidden) {
  v1::Command command;
  command.mutable_hide_card()->set_card(card);
  command.mutable_hide_card()->set_hidden(hidden);
  return command;
}

v1::Command link(Id id, Id from, Id to, v1::LinkKind kind, const std::string& phrase) {
  v1::Command command;
  v1::AddLink& link = *command.mutable_add_link();
  link.set_link(id);
  link.set_from(from);
  link.set_to(to);
  link.set_kind(kind);
  link.set_phrase(phrase);
  return command;
}

v1::Command set_link(Id link, v1::LinkKind kind, const std::string& phrase) {
  v1::Command command;
  command.mutable_set_link()->set_link(link);
  command.mutable_set_link()->set_kind(kind);
  command.mutable_set_link()->set_phrase(phrase);
  return command;
}

v1::Command group(Id id, const std::string& name, std::initializer_list<Id> cards) {
  v1::Command command;
  command.mutable_add_group()->set_group(id);
  command.mutable_add_group()->set_name(name);
  for (const Id card : cards) command.mutable_add_group()->add_cards(card);
  return command;
}

v1::Command set_group(Id group, const std::string& name) {
  v1::Command command;
  command.mutable_set_group()->set_group(group);
  command.mutable_set_group()->set_name(name);
  return command;
}

v1::Command place(Id card, Id group, Id after) {
  v1::Command command;
  command.mutable_place_card()->set_card(card);
  command.mutable_place_card()->set_group(group);
  command.mutable_place_card()->set_after(after);
  return command;
}

v1::Command withdraw(v1::RecordKind kind, Id id) {
  v1::Command command;
  command.mutable_withdraw()->mutable_what()->set_kind(kind);
  command.mutable_withdraw()->mutable_what()->set_id(id);
  return command;
}

v1::Command restore(v1::RecordKind kind, Id id) {
  v1::Command command;
  command.mutable_restore()->mutable_what()->set_kind(kind);
  command.mutable_restore()->mutable_what()->set_id(id);
  return command;
}

v1::Command go_to_step(Id step) {
  v1::Command command;
  command.mutable_go_to_step()->set_step(step);
  return command;
}

v1::Command start_round(std::uint32_t minutes, const std::string& question) {
  v1::Command command;
  command.mutable_start_round()->set_minutes(minutes);
  command.mutable_start_round()->set_question(question);
  return command;
}

v1::Command pause_round() {
  v1::Command command;
  command.mutable_pause_round();
  return command;
}

v1::Command resume_round() {
  v1::Command command;
  command.mutable_resume_round();
  return command;
}

v1::Command extend_round(std::uint32_t minutes) {
  v1::Command command;
  command.mutable_extend_round()->set_minutes(minutes);
  return command;
}

v1::Command end_round() {
  v1::Command command;
  command.mutable_end_round();
  return command;
}

v1::Command set_table(Id table, const std::string& name, std::uint32_t capacity,
                      std::uint32_t colour) {
  v1::Command command;
  v1::SetTable& set = *command.mutable_set_table();
  set.set_table(table);
  set.set_name(name);
  set.set_capacity(capacity);
  set.set_colour(colour);
  return command;
}

v1::Command set_cafe(const std::string& theme, const std::string& objective, bool texts_on_screen) {
  v1::Command command;
  v1::SetCafe& set = *command.mutable_set_cafe();
  set.set_theme(theme);
  set.set_objective(objective);
  set.set_texts_on_screen(texts_on_screen);
  return command;
}

v1::Command take_seat(Id seat, Id participant, Id table) {
  v1::Command command;
  v1::TakeSeat& take = *command.mutable_take_seat();
  take.set_seat(seat);
  take.set_participant(participant);
  take.set_table(table);
  return command;
}

v1::Command set_retention(std::uint32_t days) {
  v1::Command command;
  command.mutable_set_retention()->set_days(days);
  return command;
}

v1::Command give_access(const std::string& name, v1::Role role, Id table) {
  v1::Command command;
  v1::GiveAccess& give = *command.mutable_give_access();
  give.set_token(hashed(name).substr(0, kSecretBytes));
  give.set_role(role);
  give.set_table(table);
  return command;
}

v1::Command revoke_access(Id access) {
  v1::Command command;
  command.mutable_revoke_access()->set_access(access);
  return command;
}

}  // namespace rebond::test
