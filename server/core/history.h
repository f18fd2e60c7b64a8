// Everything that is kept of one café, as plain values: what erasing and reporting work on.
#pragma once

#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "core/private_write.h"
#include "core/state.h"
#include "rebond/v1/entry.pb.h"
#include "rebond/v1/private.pb.h"

namespace rebond {

/// A café from its first entry to its last, with all that is private.
struct History {
  v1::CafeHeader header;
  /// Entries 1, 2, 3, …, each an element of ServerFrame.entries, tag and length included.
  std::vector<SharedBytes> entries;
  std::vector<PrivateWrite> private_records;
};

/// The entry as an element of ServerFrame.entries, tag and length included.
SharedBytes entry_element(const v1::Entry& entry);

/// The entry that entry_element() encoded; kCorrupt when the bytes are none.
Result<v1::Entry> read_entry_element(std::string_view bytes);

/// The state after all of its entries; kCorrupt when one cannot be read or does not fit.
Result<State> replay(const History& history);

}  // namespace rebond
