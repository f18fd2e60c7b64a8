// The rules of people: expected, here, gone; their names and wishes (rules PE).
#include "core/people.h"
#include "core/rules.h"
#include "core/script.h"

namespace rebond {
namespace {

bool leads(const Context& context) {
  return context.member.role == v1::ROLE_FACILITATOR;
}

/// Whom the member may change: the facilitator everybody, a captain those of the own table, others
/// themselves.
Refusal check_own(const Context& context, Id person, const char* field) {
  const Member& member = context.member;
  if (leads(context) || (member.participant != 0 && person == member.participant)) {
    return std::nullopt;
  }
  if (member.role != v1::ROLE_CAPTAIN) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, field, "change what is said of yourself");
  }
  if (belongs_to_table(context.state, person, member.table)) return std::nullopt;
  return reject(v1::REJECTION_CODE_FORBIDDEN, field, "name somebody of your own table");
}

Refusal check_known(const Context& context, Id person, const char* field) {
  if (context.state.find<v1::Participant>(person) != nullptr) return std::nullopt;
  return reject(v1::REJECTION_CODE_NOT_FOUND, field, "name a person of this café");
}

Refusal check_role(const Context& context, v1::Role role, Id table, const std::string& where) {
  switch (role) {
    case v1::ROLE_PARTICIPANT:
    case v1::ROLE_REMOTE:
    case v1::ROLE_EXPERT:
      return std::nullopt;
    case v1::ROLE_CAPTAIN:
      if (has_table(context.state, table)) return std::nullopt;
      return reject(v1::REJECTION_CODE_NOT_FOUND, where + ".table", "name the captain's table");
    default:
      return reject(v1::REJECTION_CODE_UNSUPPORTED, where + ".role",
                    "choose participant, remote, captain or expert");
  }
}

v1::Role role_of(const v1::AddPerson& command) {
  return command.role() == v1::ROLE_UNSPECIFIED ? v1::ROLE_PARTICIPANT : command.role();
}

/// A captain adds who has come to the own table.
Refusal check_guest_of_captain(const v1::AddPerson& command, const Context& context) {
  if (leads(context)) return std::nullopt;
  const v1::Role role = role_of(command);
  if (role != v1::ROLE_PARTICIPANT && role != v1::ROLE_REMOTE) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "add_person.role", "add a guest of your table");
  }
  if (command.table() != context.member.table) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "add_person.table", "add people at your own table");
  }
  if (command.expected()) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "add_person.expected",
                  "add who is here, and leave the list to the facilitator");
  }
  return std::nullopt;
}

Refusal check_add_person(const v1::AddPerson& command, const Context& context) {
  if (Refusal refusal = check_guest_of_captain(command, context)) return refusal;
  if (Refusal refusal = check_new_id(context, v1::RECORD_KIND_PARTICIPANT, command.participant(),
                                     "add_person.participant")) {
    return refusal;
  }
  const v1::Role role = role_of(command);
  if (Refusal refusal = check_role(context, role, command.table(), "add_person")) return refusal;
  if (command.table() != 0 && !has_table(context.state, command.table())) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "add_person.table", "name a table of this café");
  }
  if (Refusal refusal = check_name(command.name(), "add_person.name")) return refusal;
  if (Refusal refusal =
          check_wishes(context, command.participant(), command.wishes(), "add_person.wishes")) {
    return refusal;
  }
  if (context.state.records().count<v1::Participant>() >= context.limits.people) {
    return reject(v1::REJECTION_CODE_LIMIT, "add_person", "this café holds no more people");
  }
  return std::nullopt;
}

/// Who has come and is added at a table sits there.
Refusal seat_newcomer(const v1::AddPerson& command, const Context& context, Changes& changes) {
  const v1::Role role = role_of(command);
  const bool guest = role == v1::ROLE_PARTICIPANT || role == v1::ROLE_REMOTE;
  if (!guest || command.expected() || command.table() == 0) return std::nullopt;
  if (Refusal refusal =
          check_kind_of_table(context.state, role, command.table(), "add_person.table")) {
    return refusal;
  }
  v1::Seat seat;
  seat.set_participant(command.participant());
  seat.set_round(round_of_seats(context.state));
  seat.set_table(command.table());
  changes.changes.push_back(put_change(server_id(context, 0), seat));
  return std::nullopt;
}

/// A table has one captain: who was it before becomes a participant.
void relieve_captain(const Context& context, Id table, Id successor, Changes& changes) {
  context.state.records().each<v1::Participant>([&](Id id, const v1::Participant& person) {
    if (id == successor || person.role() != v1::ROLE_CAPTAIN || person.table() != table) return;
    v1::Participant relieved = person;
    relieved.set_role(v1::ROLE_PARTICIPANT);
    relieved.set_table(0);
    changes.changes.push_back(put_change(id, relieved));
  });
}

Refusal check_set_person(const v1::SetPerson& command, const Context& context) {
  if (Refusal refusal = check_own(context, command.participant(), "set_person.participant")) {
    return refusal;
  }
  if (Refusal refusal = check_known(context, command.participant(), "set_person.participant")) {
    return refusal;
  }
  if (command.has_role()) {
    if (!leads(context)) {
      return reject(v1::REJECTION_CODE_FORBIDDEN, "set_person.role", "ask the facilitator");
    }
    if (Refusal refusal = check_role(context, command.role(), command.table(), "set_person")) {
      return refusal;
    }
  }
  if (Refusal refusal = check_name(command.name(), "set_person.name")) return refusal;
  return check_wishes(context, command.participant(), command.wishes(), "set_person.wishes");
}

/// True when the role or the table is another one than before.
bool change_role(const v1::SetPerson& command, const Context& context, Changes& changes) {
  if (!command.has_role()) return false;
  const v1::Participant& before = *context.state.find<v1::Participant>(command.participant());
  const bool captain = command.role() == v1::ROLE_CAPTAIN;
  v1::Participant now = before;
  now.set_role(command.role());
  now.set_table(captain ? command.table() : 0);
  if (now.role() == before.role() && now.table() == before.table()) return false;
  changes.changes.push_back(put_change(command.participant(), now));
  if (captain) relieve_captain(context, command.table(), command.participant(), changes);
  return true;
}

/// True when the plan of seats depends on the difference.
bool change_directory(const v1::SetPerson& command, const Context& context, Changes& changes) {
  const v1::PersonRecord before = person_record(context.private_state, command.participant());
  v1::PersonRecord now = before;
  if (command.has_name()) now.set_name(command.name());
  if (command.has_wishes()) {
    if (leads(context)) *now.mutable_wishes() = command.wishes();
    now.mutable_wishes()->set_photos(command.wishes().photos());
    now.mutable_wishes()->set_quotes(command.wishes().quotes());
  }
  if (now.SerializeAsString() == before.SerializeAsString()) return false;
  changes.private_writes.push_back(person_write(command.participant(), now));
  return !same_seating(before.wishes(), now.wishes());
}

}  // namespace

Decision decide_add_person(const v1::AddPerson& command, const Context& context) {
  if (Refusal refusal = check_add_person(command, context)) return *refusal;
  v1::Participant person;
  person.set_role(role_of(command));
  if (person.role() == v1::ROLE_CAPTAIN) person.set_table(command.table());
  if (!command.expected()) person.set_joined_at_ms(context.now_ms);
  Changes changes = accept(v1::WHAT_PERSON_ADDED, put_change(command.participant(), person));
  if (person.role() == v1::ROLE_CAPTAIN) {
    relieve_captain(context, command.table(), command.participant(), changes);
  }
  if (Refusal refusal = seat_newcomer(command, context, changes)) return *refusal;
  v1::PersonRecord record;
  record.set_name(command.name());
  if (command.has_wishes()) *record.mutable_wishes() = command.wishes();
  if (record.ByteSizeLong() > 0) {
    changes.private_writes.push_back(person_write(command.participant(), record));
  }
  want_plan(context, changes);
  return changes;
}

Decision decide_set_person(const v1::SetPerson& command, const Context& context) {
  if (Refusal refusal = check_set_person(command, context)) return *refusal;
  Changes changes;
  changes.what = v1::WHAT_PERSON_CHANGED;
  const bool moved = change_role(command, context, changes);
  const bool wished = change_directory(command, context, changes);
  if (moved || wished) want_plan(context, changes);
  // Names and wishes are nobody's but the directory's: no entry says that they changed.
  changes.private_only = changes.changes.empty();
  return changes;
}

Decision decide_check_in(const v1::CheckIn& command, const Context& context) {
  if (Refusal refusal = check_own(context, command.participant(), "check_in.participant")) {
    return *refusal;
  }
  if (Refusal refusal = check_known(context, command.participant(), "check_in.participant")) {
    return *refusal;
  }
  const v1::Participant& before = *context.state.find<v1::Participant>(command.participant());
  v1::Participant now = before;
  switch (command.attendance()) {
    case v1::ATTENDANCE_EXPECTED:
      if (!leads(context) && context.member.role != v1::ROLE_CAPTAIN) {
        return reject(v1::REJECTION_CODE_FORBIDDEN, "check_in.attendance",
                      "say that you are here or that you leave");
      }
      now.set_joined_at_ms(0);
      now.set_left(false);
      break;
    case v1::ATTENDANCE_HERE:
      if (now.joined_at_ms() <= 0) now.set_joined_at_ms(context.now_ms);
      now.set_left(false);
      break;
    case v1::ATTENDANCE_LEFT:
      now.set_left(true);
      break;
    default:
      return reject(v1::REJECTION_CODE_UNSUPPORTED, "check_in.attendance",
                    "say expected, here or left");
  }
  Changes changes = accept(v1::WHAT_CHECKED_IN, put_change(command.participant(), now));
  if (now.SerializeAsString() != before.SerializeAsString()) want_plan(context, changes);
  return changes;
}

}  // namespace rebond
