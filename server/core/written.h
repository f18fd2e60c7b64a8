// What people write: the ideas, the lines of syntheses and the expert's answers, each with a text.
#pragma once

#include "core/rules.h"

namespace rebond {

/// What a new text needs, in the fields of the command that brings it.
struct NewText {
  v1::RecordKind kind;
  Id id;
  const char* id_field;
  Id run;
  const char* run_field;
  const std::string& words;
  const char* words_field;
  bool may_be_empty = false;
};

/// RU8, TX8, TX10: the ids are this device's and new, and the words are a text that is not too
/// long.
Refusal check_new_text(const Context& context, const NewText& text);

/// The first words of a text, by this member.
v1::Change first_run(const Context& context, Id text, Id run, const std::string& words);

/// There is something written with that id and the member may change its words (RU2, SY1, XP2).
/// What is withdrawn takes edits too (TX9).
Refusal check_text(const Context& context, Id id, const char* field);

/// SY3: when that is a line, its table's synthesis is not validated any more.
void take_validation_back(const Context& context, Id line, Changes& changes);

/// The member runs the room or a table.
bool leads(const Member& member);

/// The member wrote it: the person, or who came with the same link.
bool wrote(const Context& context, Id author, DeviceNumber device);

/// SY1: the facilitator and the captains of that table.
Refusal check_synthesis_right(const Context& context, Id table, const char* field);

/// XP2: the facilitator and the expert who gave it.
Refusal check_answer_right(const Context& context, const v1::ExpertAnswer& answer,
                           const char* field);

/// Whether an idea, a line or an answer has that id.
bool is_written(const State& state, Id id);

/// Whether `id` is an idea or a group, as `kind` says.
bool is_idea_or_group(const State& state, v1::RecordKind kind, Id id);

}  // namespace rebond
