// Commands about what ideas become: syntheses, answers, dots, actions, costs, in a few words.
#pragma once

#include <initializer_list>
#include <string>

#include "base/ids.h"
#include "rebond/v1/command.pb.h"

namespace rebond::test {

// Syntheses and the expert. The run of a text gets the id after its record's.
v1::Command line(Id id, Id table, const std::string& text, std::initializer_list<Id> cards = {},
                 Id after = 0);
v1::Command set_line(Id line, Id after, std::initializer_list<Id> cards = {});
v1::Command validate(Id table, bool validated = true);
v1::Command queue(v1::RecordKind kind, Id id, bool queued = true);
v1::Command answer(Id id, v1::RecordKind kind, Id about, const std::string& text,
                   v1::AnswerKind of = v1::ANSWER_KIND_TRUE);
v1::Command set_answer(Id answer, v1::AnswerKind kind);

// Support and the evaluation.
v1::Command open_support(bool blind = false, std::uint32_t dots_each = 0);
v1::Command close_support();
v1::Command cast(Id card, std::uint32_t dots);
v1::Command evaluate(std::initializer_list<std::uint32_t> answers, bool for_guest = false);

// Actions, costs, tasks.
v1::Command action(Id id, const std::string& what, std::initializer_list<Id> sources = {});
v1::Command set_action_state(Id action, v1::ActionState state);
v1::Command follow_up(Id action, const std::string& words);
v1::Command cost(Id id, const std::string& label, std::uint32_t days_hundredths,
                 std::uint32_t euros);
v1::Command set_cost(Id cost, const std::string& label, std::uint32_t days_hundredths,
                     std::uint32_t euros);
v1::Command task(Id id, const std::string& what);
v1::Command task_done(Id task, bool done = true);

// The room, the map, one's own.
v1::Command show_view(v1::View view);
v1::Command spotlight(v1::RecordKind kind, Id id);
v1::Command announce(Id id, const std::string& text);
v1::Command merge(Id from, Id into);
v1::Command undo();
v1::Command save_draft(Id draft, const std::string& text, Id table = 0);
v1::Command drop_draft(Id draft);
/// Ideas are anonymous in the step, or not.
v1::Command set_anonymous(Id step, bool anonymous = true);

}  // namespace rebond::test
