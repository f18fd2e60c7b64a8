// Who may do what: the one table of rights.
#include "core/rights.h"

#include "core/built_in_script.h"

namespace rebond {
namespace {

using C = v1::Command;
constexpr Right kNo = Right::kNo;
constexpr Right kOwn = Right::kOwn;
constexpr Right kAll = Right::kAll;

constexpr RightsRow kTable[] = {
    // command             name             facilitator captain particip. expert screen
    {C::kJoin, "join", kNo, kNo, kOwn, kNo, kNo},
    {C::kAddCard, "add_card", kAll, kOwn, kOwn, kNo, kNo},
    {C::kEditText, "edit_text", kAll, kOwn, kOwn, kOwn, kNo},
    {C::kCopyText, "copy_text", kAll, kOwn, kOwn, kNo, kNo},
    {C::kSetCard, "set_card", kAll, kOwn, kOwn, kNo, kNo},
    {C::kAddLink, "add_link", kAll, kAll, kAll, kNo, kNo},
    {C::kSetLink, "set_link", kAll, kAll, kOwn, kNo, kNo},
    {C::kAddGroup, "add_group", kAll, kAll, kNo, kNo, kNo},
    {C::kSetGroup, "set_group", kAll, kAll, kNo, kNo, kNo},
    {C::kPlaceCard, "place_card", kAll, kAll, kNo, kNo, kNo},
    {C::kWithdraw, "withdraw", kAll, kOwn, kOwn, kOwn, kNo},
    {C::kRestore, "restore", kAll, kOwn, kOwn, kOwn, kNo},
    {C::kHideCard, "hide_card", kAll, kNo, kNo, kNo, kNo},
    {C::kGoToStep, "go_to_step", kAll, kNo, kNo, kNo, kNo},
    {C::kStartRound, "start_round", kAll, kNo, kNo, kNo, kNo},
    {C::kPauseRound, "pause_round", kAll, kNo, kNo, kNo, kNo},
    {C::kResumeRound, "resume_round", kAll, kNo, kNo, kNo, kNo},
    {C::kExtendRound, "extend_round", kAll, kNo, kNo, kNo, kNo},
    {C::kEndRound, "end_round", kAll, kNo, kNo, kNo, kNo},
    {C::kSetTable, "set_table", kAll, kOwn, kNo, kNo, kNo},
    {C::kSetCafe, "set_cafe", kAll, kNo, kNo, kNo, kNo},
    {C::kTakeSeat, "take_seat", kAll, kOwn, kOwn, kNo, kNo},
    {C::kSalvageText, "salvage_text", kAll, kAll, kAll, kAll, kNo},
    {C::kGiveAccess, "give_access", kAll, kOwn, kOwn, kNo, kNo},
    {C::kRevokeAccess, "revoke_access", kAll, kOwn, kOwn, kNo, kNo},
    {C::kSetRetention, "set_retention", kAll, kNo, kNo, kNo, kNo},
    {C::kSetStep, "set_step", kAll, kNo, kNo, kNo, kNo},
    {C::kAddStep, "add_step", kAll, kNo, kNo, kNo, kNo},
    {C::kAddRound, "add_round", kAll, kNo, kNo, kNo, kNo},
    {C::kAddTable, "add_table", kAll, kNo, kNo, kNo, kNo},
    {C::kAddPerson, "add_person", kAll, kOwn, kNo, kNo, kNo},
    {C::kSetPerson, "set_person", kAll, kOwn, kOwn, kNo, kNo},
    {C::kCheckIn, "check_in", kAll, kOwn, kOwn, kNo, kNo},
    {C::kPlanSeats, "plan_seats", kAll, kNo, kNo, kNo, kNo},
    {C::kAskSuggestions, "ask_suggestions", kAll, kNo, kNo, kNo, kNo},
    {C::kAcceptSuggestion, "accept_suggestion", kAll, kAll, kNo, kNo, kNo},
    {C::kRefuseSuggestion, "refuse_suggestion", kAll, kAll, kNo, kNo, kNo},
    {C::kMergeGroups, "merge_groups", kAll, kAll, kNo, kNo, kNo},
    {C::kAddLine, "add_line", kAll, kOwn, kNo, kNo, kNo},
    {C::kSetLine, "set_line", kAll, kOwn, kNo, kNo, kNo},
    {C::kValidateSynthesis, "validate_synthesis", kAll, kOwn, kNo, kNo, kNo},
    {C::kQueueForExpert, "queue_for_expert", kAll, kAll, kNo, kAll, kNo},
    {C::kAddAnswer, "add_answer", kAll, kNo, kNo, kAll, kNo},
    {C::kSetAnswer, "set_answer", kAll, kNo, kNo, kOwn, kNo},
    {C::kSetSupport, "set_support", kAll, kNo, kNo, kNo, kNo},
    {C::kCastSupport, "cast_support", kAll, kOwn, kOwn, kNo, kNo},
    {C::kAddAction, "add_action", kAll, kAll, kNo, kNo, kNo},
    {C::kSetAction, "set_action", kAll, kAll, kNo, kNo, kNo},
    {C::kEvaluate, "evaluate", kOwn, kOwn, kOwn, kOwn, kNo},
    {C::kAddCost, "add_cost", kAll, kNo, kNo, kNo, kNo},
    {C::kSetCost, "set_cost", kAll, kNo, kNo, kNo, kNo},
    {C::kSetShow, "set_show", kAll, kNo, kNo, kNo, kNo},
    {C::kAnnounce, "announce", kAll, kNo, kNo, kNo, kNo},
    {C::kUndo, "undo", kOwn, kOwn, kOwn, kOwn, kNo},
    {C::kSaveDraft, "save_draft", kOwn, kOwn, kOwn, kOwn, kNo},
    {C::kDropDraft, "drop_draft", kOwn, kOwn, kOwn, kOwn, kNo},
    {C::kAddTask, "add_task", kAll, kNo, kNo, kNo, kNo},
    {C::kSetTask, "set_task", kAll, kNo, kNo, kNo, kNo},
};

std::string_view word(Right right) {
  switch (right) {
    case Right::kNo:
      return "–";
    case Right::kOwn:
      return "own";
    case Right::kAll:
      return "all";
  }
  return "";
}

const RightsRow* find(v1::Command::KindCase command) {
  for (const RightsRow& row : kTable) {
    if (row.command == command) return &row;
  }
  return nullptr;
}

std::string initials(const google::protobuf::RepeatedField<int>& roles) {
  std::string out;
  for (const int role : roles) {
    if (role == v1::ROLE_CAPTAIN) out += 'c';
    if (role == v1::ROLE_PARTICIPANT) out += 'g';
    if (role == v1::ROLE_EXPERT) out += 'e';
  }
  return out.empty() ? "–" : out;
}

/// What the built-in script allows, a row for each step; moves and rounds are all alike.
std::string steps_markdown() {
  Plan plan;
  plan.rounds = 2;
  std::string out;
  for (const PlannedStep& planned : built_in_script(plan)) {
    const v1::Step& step = planned.step;
    if (step.slug() == "round-2") continue;
    out.append("| `").append(step.slug()).append("` | ").append(initials(step.writers()));
    for (const v1::StepPermission& permission : step.permissions()) {
      out.append(" | ").append(initials(permission.roles()));
    }
    out.append(" |\n");
  }
  return out;
}

}  // namespace

std::span<const RightsRow> rights_table() {
  return kTable;
}

Right right_of(v1::Role role, v1::Command::KindCase command) {
  const RightsRow* row = find(command);
  if (row == nullptr) return Right::kNo;
  switch (role) {
    case v1::ROLE_FACILITATOR:
      return row->facilitator;
    case v1::ROLE_CAPTAIN:
      return row->captain;
    case v1::ROLE_PARTICIPANT:
    case v1::ROLE_REMOTE:
      return row->participant;
    case v1::ROLE_EXPERT:
      return row->expert;
    case v1::ROLE_SCREEN:
      return row->screen;
    default:
      return Right::kNo;
  }
}

std::string_view command_name(v1::Command::KindCase command) {
  const RightsRow* row = find(command);
  return row == nullptr ? std::string_view{} : row->name;
}

std::string rights_markdown() {
  std::string out = R"(# Rights

Who may send which command (RU1 in `protocol.md`). Made from `server/core/rights.cc`; a test keeps the two equal.

)";
  out +=
      "| command | facilitator | captain | participant, remote | expert | screen |\n"
      "|---|---|---|---|---|---|\n";
  for (const RightsRow& row : kTable) {
    out.append("| `").append(row.name).append("`");
    for (const Right right :
         {row.facilitator, row.captain, row.participant, row.expert, row.screen}) {
      out.append(" | ").append(word(right));
    }
    out.append(" |\n");
  }
  out += R"(
**all**: whatever it is about. **own**: what the role has of its own. **–**: FORBIDDEN.

- A captain's own: the own table and the ideas written there, whoever wrote them. Links and groups lie between tables:
  any captain may withdraw and restore them.
- A participant's own: the ideas and links that the person wrote; a seat for the person. Ideas are written at the
  table where the person sits in that round; who has taken no seat may write at any.
- `join` is for who holds a join token, once; every other command is for who holds none (HS6).
- `add_card` with a group needs the right to `place_card` too.
- `give_access`: a captain gives the captain's role at the own table, a participant the own person again.
  `revoke_access`: they take back the link that they came with.
- `set_table`: a captain gives the own table a name and a colour. Seats, withdrawing and remote are the facilitator's.
- `take_seat`, `add_person`, `set_person`, `check_in`: a captain those who sit, or are planned, at the own table, and
  adds who has come; a participant the own person. Roles, groups and who sits with whom are the facilitator's.

What a step allows comes on top (SC2): most acts are ROUND_CLOSED in a step that does not name the role. The built-in
script allows, besides everything to the facilitator:

| step | ideas | edit | link | group | synthesise | answer | support | plan actions | evaluate |
|---|---|---|---|---|---|---|---|---|---|
)";
  out += steps_markdown();
  out += R"(
**c** captain, **g** participant and remote, **e** expert. An edit is also a mark, a withdrawal and a copy; what a round
allowed goes on in its grace.
)";
  return out;
}

}  // namespace rebond
