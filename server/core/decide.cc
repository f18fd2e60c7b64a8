// The rules of a café: a command in, changes or a rejection out. Pure.
#include "core/decide.h"

#include "core/rights.h"
#include "core/rules.h"

namespace rebond {
namespace {

Decision dispatch(const v1::Command& command, const Context& context) {
  switch (command.kind_case()) {
    case v1::Command::kJoin:
      return decide_join(command.join(), context);
    case v1::Command::kAddCard:
      return decide_add_card(command.add_card(), context);
    case v1::Command::kEditText:
      return decide_edit_text(command.edit_text(), context);
    case v1::Command::kCopyText:
      return decide_copy_text(command.copy_text(), context);
    case v1::Command::kSetCard:
      return decide_set_card(command.set_card(), context);
    case v1::Command::kAddLink:
      return decide_add_link(command.add_link(), context);
    case v1::Command::kSetLink:
      return decide_set_link(command.set_link(), context);
    case v1::Command::kAddGroup:
      return decide_add_group(command.add_group(), context);
    case v1::Command::kSetGroup:
      return decide_set_group(command.set_group(), context);
    case v1::Command::kPlaceCard:
      return decide_place_card(command.place_card(), context);
    case v1::Command::kWithdraw:
      return decide_withdraw(command.withdraw().what(), true, context);
    case v1::Command::kRestore:
      return decide_withdraw(command.restore().what(), false, context);
    case v1::Command::kHideCard:
      return decide_hide_card(command.hide_card(), context);
    case v1::Command::kGoToStep:
      return decide_go_to_step(command.go_to_step(), context);
    case v1::Command::kStartRound:
      return decide_start_round(command.start_round(), context);
    case v1::Command::kPauseRound:
      return decide_pause_round(context);
    case v1::Command::kResumeRound:
      return decide_resume_round(context);
    case v1::Command::kExtendRound:
      return decide_extend_round(command.extend_round(), context);
    case v1::Command::kEndRound:
      return decide_end_round(context);
    case v1::Command::kSetTable:
      return decide_set_table(command.set_table(), context);
    case v1::Command::kSetCafe:
      return decide_set_cafe(command.set_cafe(), context);
    case v1::Command::kTakeSeat:
      return decide_take_seat(command.take_seat(), context);
    case v1::Command::kSalvageText:
      return decide_salvage(command.salvage_text(), context);
    case v1::Command::kGiveAccess:
      return decide_give_access(command.give_access(), context);
    case v1::Command::kRevokeAccess:
      return decide_revoke_access(command.revoke_access(), context);
    case v1::Command::kSetRetention:
      return decide_set_retention(command.set_retention(), context);
    case v1::Command::KIND_NOT_SET:
      break;
  }
  return reject(v1::REJECTION_CODE_UNSUPPORTED, "command", "reload the page for a newer version");
}

/// A device's record appears with its first accepted command (HS4: never by reading).
void introduce_device(const v1::Command& command, const Context& context, Changes& changes) {
  const Member& member = context.member;
  if (member.device == 0 || changes.private_only) return;
  if (context.state.find<v1::Device>(member.device) != nullptr) return;
  v1::Device device;
  device.set_role(member.role);
  device.set_table(member.table);
  device.set_participant(command.has_join() ? command.join().participant() : member.participant);
  changes.changes.insert(changes.changes.begin(), put_change(member.device, device));
}

}  // namespace

Decision decide(const v1::Command& command, const Context& context) {
  const auto kind = command.kind_case();
  if (context.member.must_join != (kind == v1::Command::kJoin)) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, std::string(command_name(kind)),
                  context.member.must_join ? "join the café first" : "you have joined already");
  }
  if (kind != v1::Command::KIND_NOT_SET && right_of(context.member.role, kind) == Right::kNo) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, std::string(command_name(kind)),
                  "ask the facilitator: this role may not do it");
  }
  Decision decision = dispatch(command, context);
  if (auto* changes = std::get_if<Changes>(&decision)) introduce_device(command, context, *changes);
  return decision;
}

}  // namespace rebond
