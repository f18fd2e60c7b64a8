// The rules of drafts: words that only their writer sees.
#include "core/personal.h"
#include "core/rules.h"

namespace rebond {
namespace {

constexpr std::size_t kDraftsEach = 50;

/// DR2: a new draft has an id of this device; a known one is only its owner's.
Refusal check_draft(const Context& context, Id id, const Owner& owner, const char* field) {
  const PrivateState& private_state = context.private_state;
  if (const v1::DraftRecord* known = private_state.draft(id)) {
    if (private_state.owner_of_draft(*known) == owner) return std::nullopt;
    return reject(v1::REJECTION_CODE_CONFLICT, field, "use an id that was never used");
  }
  if (device_of(id) != context.member.device || counter_of(id) == 0) {
    return reject(v1::REJECTION_CODE_CONFLICT, field, "make the id from this device's number");
  }
  if (private_state.drafts_of(owner).size() >= kDraftsEach) {
    return reject(v1::REJECTION_CODE_LIMIT, field,
                  "share or drop a draft first: " + std::to_string(kDraftsEach) + " are kept");
  }
  return std::nullopt;
}

}  // namespace

Decision decide_save_draft(const v1::SaveDraft& command, const Context& context) {
  const Member& member = context.member;
  if (command.table() != 0 && context.state.find<v1::Table>(command.table()) == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "save_draft.table", "name a table of this café");
  }
  if (Refusal refusal =
          check_words(command.text(), context.limits.command_text_bytes, "save_draft.text")) {
    return *refusal;
  }
  if (Refusal refusal =
          check_draft(context, command.draft(), owner_of(member), "save_draft.draft")) {
    return *refusal;
  }
  v1::DraftRecord draft;
  draft.set_participant(member.participant);
  draft.set_device(member.device);
  draft.set_table(command.table());
  draft.set_text(command.text());
  draft.set_at_ms(context.now_ms);
  Changes changes;
  changes.what = v1::WHAT_DRAFT_KEPT;
  changes.private_only = true;
  changes.private_writes.push_back(put_private(v1::PRIVATE_KIND_DRAFT, command.draft(), draft));
  return changes;
}

Decision decide_drop_draft(const v1::DropDraft& command, const Context& context) {
  const PrivateState& private_state = context.private_state;
  const v1::DraftRecord* draft = private_state.draft(command.draft());
  // Nobody is told whether somebody else has a draft.
  if (draft == nullptr || private_state.owner_of_draft(*draft) != owner_of(context.member)) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "drop_draft.draft", "name a draft of your own");
  }
  Changes changes;
  changes.what = v1::WHAT_DRAFT_KEPT;
  changes.private_only = true;
  changes.private_writes.push_back(
      PrivateWrite{v1::PRIVATE_KIND_DRAFT, command.draft(), std::nullopt});
  return changes;
}

}  // namespace rebond
