// A text being decided on: edits are tried on a copy, and become changes when all of them fit.
#pragma once

#include "core/rules.h"
#include "core/text.h"

namespace rebond {

/// Holds a copy of the text of one record. Lives no longer than the context.
class Draft {
 public:
  Draft(const Context& context, Id id);

  /// Applies one edit, folding first when it would not fit (TX6). The error names the field.
  Result<void> apply(v1::TextEdit edit);

  /// The changes, if the text keeps its limits (TX8) or comes nearer to them. Called once, last.
  Decision finish(const char* field);

 private:
  Result<void> apply_as_is(v1::TextEdit edit);

  const Context& context_;
  Id id_;
  const Text& before_;
  Text text_;
  Changes changes_;
};

}  // namespace rebond
