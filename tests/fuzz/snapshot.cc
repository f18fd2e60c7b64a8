// Bytes as they come from a disk or from another laptop: a snapshot is whole, or it is refused.
#include "base/check.h"
#include "rebond/v1/entry.pb.h"
#include "tests/fuzz/quiet.h"
#include "tests/fuzz/script.h"
#include "tests/fuzz/whole.h"

REBOND_FUZZ_SCRIPTS(rebond::v1::Snapshot)

namespace rebond::fuzz {
namespace {

/// Reads what the state shows of its texts, in every way that the rules do.
void look_at(const State& state) {
  for (const auto& [id, text] : state.texts()) {
    static_cast<void>(text.visible());
    static_cast<void>(text.visible_code_points());
    static_cast<void>(text.bytes());
    static_cast<void>(text.runs());
  }
}

/// Entries that come after, each about the texts that are there.
void edit(State state) {
  const std::map<Id, Text> texts = state.texts();
  for (const auto& [id, text] : texts) {
    if (text.pieces().empty()) continue;
    const Text::Piece piece = text.pieces().back();
    v1::Entry entry;
    entry.set_seq(state.seq() + 1);
    v1::TextEdit& hide = *entry.add_changes()->mutable_text();
    hide.set_text(id);
    v1::Range& range = *hide.mutable_hide()->add_ranges();
    range.set_run(piece.run);
    range.set_from(piece.from);
    range.set_to(piece.to());
    v1::TextEdit& insert = *entry.add_changes()->mutable_text();
    insert.set_text(id);
    insert.mutable_insert()->set_run(piece.run + 1);
    insert.mutable_insert()->set_characters("é");
    insert.mutable_insert()->mutable_after()->set_run(piece.run);
    insert.mutable_insert()->mutable_after()->set_offset(piece.from);
    if (!state.apply(entry)) return;  // and then this copy is not to be used any more
  }
  look_at(state);
}

}  // namespace
}  // namespace rebond::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const rebond::fuzz::Script script = rebond::fuzz::parse_script(data, size);
  for (const auto& act : script.commands()) {
    rebond::Result<rebond::State> state = rebond::State::from_snapshot(act.command());
    if (!state) {
      CHECK(!state.error().message.empty());
      continue;
    }
    rebond::fuzz::look_at(*state);
    rebond::fuzz::edit(std::move(*state));
  }
  return 0;
}
