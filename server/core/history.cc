// Everything that is kept of one café, as plain values: what erasing and reporting work on.
#include "core/history.h"

#include "rebond/v1/frame.pb.h"

namespace rebond {

SharedBytes entry_element(const v1::Entry& entry) {
  v1::ServerFrame frame;
  *frame.add_entries() = entry;
  return share(frame.SerializeAsString());
}

Result<v1::Entry> read_entry_element(std::string_view bytes) {
  v1::ServerFrame frame;
  if (!frame.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) ||
      frame.entries_size() != 1) {
    return Error{ErrorKind::kCorrupt, "entry", "an entry cannot be read"};
  }
  return std::move(*frame.mutable_entries(0));
}

Result<State> replay(const History& history) {
  State state;
  for (const SharedBytes& bytes : history.entries) {
    const Result<v1::Entry> entry = read_entry_element(*bytes);
    if (!entry) return entry.error();
    if (Result<void> applied = state.apply(*entry); !applied) return applied.error();
  }
  return state;
}

}  // namespace rebond
