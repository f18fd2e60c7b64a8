// A text being decided on: edits are tried on a copy, and become changes when all of them fit.
#include "core/draft.h"

#include "core/written.h"

namespace rebond {

Draft::Draft(const Context& context, Id id)
    : context_(context), id_(id), before_(context.state.text(id)), text_(before_) {
  changes_.what = v1::WHAT_TEXT_EDITED;
}

Result<void> Draft::apply(v1::TextEdit edit) {
  edit.set_text(id_);
  if (edit.has_insert() &&
      text_.bytes() + edit.insert().characters().size() > context_.limits.text_bytes) {
    v1::TextEdit fold;
    fold.set_text(id_);
    fold.mutable_fold();
    if (Result<void> folded = apply_as_is(std::move(fold)); !folded) return folded;
  }
  return apply_as_is(std::move(edit));
}

Result<void> Draft::apply_as_is(v1::TextEdit edit) {
  Result<void> applied = text_.apply(edit);
  if (applied) *changes_.changes.emplace_back().mutable_text() = std::move(edit);
  return applied;
}

Decision Draft::finish(const char* field) {
  const Limits& limits = context_.limits;
  // What is too long already, because the limits were lowered, may still be made shorter.
  const auto too_much = [](std::size_t now, std::size_t before, std::size_t max) {
    return now > max && now > before;
  };
  if (too_much(text_.visible_code_points(), before_.visible_code_points(),
               limits.card_code_points) ||
      too_much(text_.bytes(), before_.bytes(), limits.text_bytes) ||
      too_much(text_.runs(), before_.runs(), limits.text_runs) ||
      too_much(text_.pieces().size(), before_.pieces().size(), limits.text_pieces)) {
    return reject(v1::REJECTION_CODE_LIMIT, field, "go on in a new idea");
  }
  take_validation_back(context_, id_, changes_);
  return std::move(changes_);
}

}  // namespace rebond
