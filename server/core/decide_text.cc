// The rules of words that several people write.
#include "core/draft.h"
#include "core/written.h"

namespace rebond {
namespace {

constexpr int kEditsMax = 200;

Refusal check_insert(const Context& context, const v1::Insert& insert) {
  if (device_of(insert.run()) != context.member.device || counter_of(insert.run()) == 0) {
    return reject(v1::REJECTION_CODE_CONFLICT, "edit_text.edits.insert.run",
                  "make the id from this device's number");
  }
  return check_words(insert.characters(), context.limits.command_text_bytes,
                     "edit_text.edits.insert.characters");
}

void sign(v1::Insert& insert, const Context& context) {
  insert.set_author(context.member.participant);
  insert.set_device(context.member.device);
  insert.set_at_ms(context.now_ms);
}

}  // namespace

Decision decide_edit_text(const v1::EditText& command, const Context& context) {
  if (Refusal refusal = check_text(context, command.text(), "edit_text.text")) return *refusal;
  const v1::Act act = act_on_text(context.state, command.text());
  if (Refusal refusal = check_act(context, act, "edit_text")) return *refusal;
  if (command.edits().empty() || command.edits_size() > kEditsMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "edit_text.edits",
                  "send from 1 to " + std::to_string(kEditsMax) + " edits");
  }
  Draft draft(context, command.text());
  for (v1::TextEdit edit : command.edits()) {
    if (edit.edit_case() == v1::TextEdit::EDIT_NOT_SET) {
      return reject(v1::REJECTION_CODE_UNSUPPORTED, "edit_text.edits",
                    "reload the page for a newer version");
    }
    if (edit.has_fold()) {
      return reject(v1::REJECTION_CODE_FORBIDDEN, "edit_text.edits.fold",
                    "leave folding to the server");
    }
    if (edit.has_insert()) {
      if (Refusal refusal = check_insert(context, edit.insert())) return *refusal;
      sign(*edit.mutable_insert(), context);
    }
    if (Result<void> applied = draft.apply(std::move(edit)); !applied) {
      return reject(v1::REJECTION_CODE_CONFLICT, "edit_text.edits." + applied.error().field,
                    applied.error().message);
    }
  }
  return draft.finish("edit_text.edits");
}

}  // namespace rebond
