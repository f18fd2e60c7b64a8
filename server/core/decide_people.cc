// The rules of people: joining, sitting down, keeping words that found no place.
#include "base/hash.h"
#include "core/people.h"
#include "core/script.h"

namespace rebond {
namespace {

Refusal check_seat(const v1::TakeSeat& command, const Context& context) {
  if (!has_table(context.state, command.table())) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "take_seat.table", "name a table of this café");
  }
  const v1::Participant* person = context.state.find<v1::Participant>(command.participant());
  if (person == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "take_seat.participant",
                  "name a person of this café");
  }
  const Member& member = context.member;
  const bool guest = member.role == v1::ROLE_PARTICIPANT || member.role == v1::ROLE_REMOTE;
  if ((guest && command.participant() != member.participant) ||
      (member.role == v1::ROLE_CAPTAIN && command.table() != member.table)) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "take_seat",
                  guest ? "take a seat for yourself" : "seat people at your own table");
  }
  return check_kind_of_table(context.state, person->role(), command.table(), "take_seat.table");
}

/// The seat that the person has taken in that round; 0 when there is none.
Id known_seat(const State& state, Id person, Id round) {
  Id id = 0;
  state.records().each<v1::Seat>([&](Id known, const v1::Seat& taken) {
    if (taken.participant() == person && taken.round() == round) id = known;
  });
  return id;
}

/// Who sits down is here. True when nobody knew.
bool arrive(Id id, const Context& context, Changes& changes) {
  v1::Participant person = *context.state.find<v1::Participant>(id);
  if (person.joined_at_ms() > 0 && !person.left()) return false;
  if (person.joined_at_ms() <= 0) person.set_joined_at_ms(context.now_ms);
  person.set_left(false);
  changes.changes.push_back(put_change(id, person));
  return true;
}

}  // namespace

Decision decide_join(const v1::Join& command, const Context& context) {
  if (Refusal refusal = check_new_id(context, v1::RECORD_KIND_PARTICIPANT, command.participant(),
                                     "join.participant")) {
    return *refusal;
  }
  if (Refusal refusal = check_new_token(context, command.token(), "join.token")) return *refusal;
  if (Refusal refusal = check_name(command.name(), "join.name")) return *refusal;
  if (context.state.records().count<v1::Participant>() >= context.limits.people) {
    return reject(v1::REJECTION_CODE_LIMIT, "join", "this café holds no more people");
  }
  v1::Participant participant;
  participant.set_role(context.member.role);
  participant.set_joined_at_ms(context.now_ms);
  Changes changes = accept(v1::WHAT_JOINED, put_change(command.participant(), participant));

  v1::TokenRecord token;
  token.set_token_hash(hashed(command.token()));
  token.set_role(context.member.role);
  token.set_participant(command.participant());
  const Id token_id = context.private_state.next_token();
  changes.private_writes.push_back(put_private(v1::PRIVATE_KIND_TOKEN, token_id, token));

  const v1::DeviceRecord* known = context.private_state.device(context.member.device);
  v1::DeviceRecord device = known == nullptr ? v1::DeviceRecord() : *known;
  device.set_token(token_id);
  changes.private_writes.push_back(
      put_private(v1::PRIVATE_KIND_DEVICE, context.member.device, device));

  if (!command.name().empty()) {
    v1::PersonRecord person;
    person.set_name(command.name());
    changes.private_writes.push_back(
        put_private(v1::PRIVATE_KIND_PERSON, command.participant(), person));
  }
  want_plan(context, changes);
  return changes;
}

Decision decide_take_seat(const v1::TakeSeat& command, const Context& context) {
  if (Refusal refusal = check_seat(command, context)) return *refusal;
  const State& state = context.state;
  v1::Seat seat;
  seat.set_participant(command.participant());
  seat.set_round(round_of_seats(state));
  seat.set_table(command.table());
  // One register for each person and round: sitting down again moves.
  Id id = known_seat(state, seat.participant(), seat.round());
  const bool stays = id != 0 && state.find<v1::Seat>(id)->table() == seat.table();
  if (id == 0) {
    if (Refusal refusal =
            check_new_id(context, v1::RECORD_KIND_SEAT, command.seat(), "take_seat.seat")) {
      return *refusal;
    }
    id = command.seat();
  }
  Changes changes = accept(v1::WHAT_SEAT_TAKEN, put_change(id, seat));
  const bool came = arrive(seat.participant(), context, changes);
  const bool as_planned = is_planned_at(state, seat.participant(), seat.round(), seat.table());
  if (came || (!stays && !as_planned)) want_plan(context, changes);
  return changes;
}

Decision decide_salvage(const v1::SalvageText& command, const Context& context) {
  if (Refusal refusal =
          check_words(command.text(), context.limits.command_text_bytes, "salvage_text.text")) {
    return *refusal;
  }
  v1::SalvageRecord record;
  record.set_about(command.about());
  record.set_text(command.text());
  record.set_at_ms(context.now_ms);
  Changes changes;
  changes.what = v1::WHAT_SALVAGED;
  changes.private_only = true;
  changes.private_writes.push_back(put_private(
      v1::PRIVATE_KIND_SALVAGE, make_id(context.member.device, context.command), record));
  return changes;
}

}  // namespace rebond
