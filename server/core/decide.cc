// The rules of a café: a command in, changes or a rejection out. Pure.
#include "core/decide.h"

#include "core/rights.h"
#include "core/rules.h"
#include "core/undo.h"

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
    case v1::Command::kSetStep:
      return decide_set_step(command.set_step(), context);
    case v1::Command::kAddStep:
      return decide_add_step(command.add_step(), context);
    case v1::Command::kAddRound:
      return decide_add_round(command.add_round(), context);
    case v1::Command::kAddTable:
      return decide_add_table(command.add_table(), context);
    case v1::Command::kAddPerson:
      return decide_add_person(command.add_person(), context);
    case v1::Command::kSetPerson:
      return decide_set_person(command.set_person(), context);
    case v1::Command::kCheckIn:
      return decide_check_in(command.check_in(), context);
    case v1::Command::kPlanSeats:
      return decide_plan_seats(command.plan_seats(), context);
    case v1::Command::kAskSuggestions:
      return decide_ask_suggestions(command.ask_suggestions(), context);
    case v1::Command::kAcceptSuggestion:
      return decide_accept_suggestion(command.accept_suggestion(), context);
    case v1::Command::kRefuseSuggestion:
      return decide_refuse_suggestion(command.refuse_suggestion(), context);
    case v1::Command::kMergeGroups:
      return decide_merge_groups(command.merge_groups(), context);
    case v1::Command::kAddLine:
      return decide_add_line(command.add_line(), context);
    case v1::Command::kSetLine:
      return decide_set_line(command.set_line(), context);
    case v1::Command::kValidateSynthesis:
      return decide_validate_synthesis(command.validate_synthesis(), context);
    case v1::Command::kQueueForExpert:
      return decide_queue_for_expert(command.queue_for_expert(), context);
    case v1::Command::kAddAnswer:
      return decide_add_answer(command.add_answer(), context);
    case v1::Command::kSetAnswer:
      return decide_set_answer(command.set_answer(), context);
    case v1::Command::kSetSupport:
      return decide_set_support(command.set_support(), context);
    case v1::Command::kCastSupport:
      return decide_cast_support(command.cast_support(), context);
    case v1::Command::kAddAction:
      return decide_add_action(command.add_action(), context);
    case v1::Command::kSetAction:
      return decide_set_action(command.set_action(), context);
    case v1::Command::kEvaluate:
      return decide_evaluate(command.evaluate(), context);
    case v1::Command::kAddCost:
      return decide_add_cost(command.add_cost(), context);
    case v1::Command::kSetCost:
      return decide_set_cost(command.set_cost(), context);
    case v1::Command::kSetShow:
      return decide_set_show(command.set_show(), context);
    case v1::Command::kAnnounce:
      return decide_announce(command.announce(), context);
    case v1::Command::kUndo:
      return decide_undo(context);
    case v1::Command::kSaveDraft:
      return decide_save_draft(command.save_draft(), context);
    case v1::Command::kDropDraft:
      return decide_drop_draft(command.drop_draft(), context);
    case v1::Command::kAddTask:
      return decide_add_task(command.add_task(), context);
    case v1::Command::kSetTask:
      return decide_set_task(command.set_task(), context);
    case v1::Command::KIND_NOT_SET:
      break;
  }
  return reject(v1::REJECTION_CODE_UNSUPPORTED, "command", "reload the page for a newer version");
}

/// SC4: while the café is locked, only the facilitator writes. People come, sit down and keep their
/// words all the same.
bool is_locked_out(const v1::Command& command, const Context& context) {
  if (!cafe_of(context.state).locked()) return false;
  if (context.member.role == v1::ROLE_FACILITATOR) return false;
  switch (command.kind_case()) {
    case v1::Command::kJoin:
    case v1::Command::kTakeSeat:
    case v1::Command::kAddPerson:
    case v1::Command::kSetPerson:
    case v1::Command::kCheckIn:
    case v1::Command::kGiveAccess:
    case v1::Command::kRevokeAccess:
    case v1::Command::kSalvageText:
    case v1::Command::kSaveDraft:
    case v1::Command::kDropDraft:
      return false;
    default:
      return true;
  }
}

/// A device's record appears with its first accepted command (HS4: never by reading).
void introduce_device(const v1::Command& command, const Context& context, Changes& changes) {
  const Member& member = context.member;
  if (member.device == 0 || changes.private_only || changes.anonymous) return;
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
  if (is_locked_out(command, context) && std::holds_alternative<Changes>(decision)) {
    return reject(v1::REJECTION_CODE_ROUND_CLOSED, std::string(command_name(kind)),
                  "keep the words until the facilitator unlocks the café");
  }
  if (auto* changes = std::get_if<Changes>(&decision)) {
    note_for_undo(command, context, *changes);
    introduce_device(command, context, *changes);
  }
  return decision;
}

}  // namespace rebond
