// Who may do what: the one table of rights.
#include "core/rights.h"

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
    {C::kEditText, "edit_text", kAll, kOwn, kOwn, kNo, kNo},
    {C::kCopyText, "copy_text", kAll, kOwn, kOwn, kNo, kNo},
    {C::kSetCard, "set_card", kAll, kOwn, kOwn, kNo, kNo},
    {C::kAddLink, "add_link", kAll, kAll, kAll, kNo, kNo},
    {C::kSetLink, "set_link", kAll, kAll, kOwn, kNo, kNo},
    {C::kAddGroup, "add_group", kAll, kAll, kNo, kNo, kNo},
    {C::kSetGroup, "set_group", kAll, kAll, kNo, kNo, kNo},
    {C::kPlaceCard, "place_card", kAll, kAll, kNo, kNo, kNo},
    {C::kWithdraw, "withdraw", kAll, kOwn, kOwn, kNo, kNo},
    {C::kRestore, "restore", kAll, kOwn, kOwn, kNo, kNo},
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
)";
  return out;
}

}  // namespace rebond
