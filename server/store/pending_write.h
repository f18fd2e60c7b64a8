// One thing that a journal was asked to keep and has not kept yet.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/check.h"
#include "base/ids.h"
#include "live/journal.h"

namespace rebond {

struct SnapshotWrite {
  CafeId cafe;
  Seq seq = 0;
  SharedBytes snapshot;
};

struct Removal {
  CafeId cafe;
};

/// Takes back the marks of what was purged. Without marks it keeps nothing: its callback comes
/// behind all that was asked for before.
struct Unmark {
  std::vector<std::string> marks;
};

struct PendingWrite {
  std::variant<Append, SnapshotWrite, WholeCafe, Removal, Unmark> write;
  /// Empty when nobody waits for it.
  Journal::Durable on_durable;
};

/// Stops at an append that no journal could keep: only a bug of the caller makes one.
inline void check_append(const Append& append) {
  CHECK(!append.cafe.empty());
  CHECK((append.seq == 0) == (append.entry == nullptr));
  CHECK(!append.header || append.header->id() == append.cafe);
}

/// Stops at a café that no journal could keep whole: only a bug of the caller makes one.
inline void check_whole(const WholeCafe& cafe) {
  CHECK(!cafe.header.id().empty());
  CHECK(!cafe.entries.empty());
  CHECK((cafe.snapshot_seq == 0) == (cafe.snapshot == nullptr));
  CHECK(cafe.snapshot_seq <= cafe.entries.size());
}

}  // namespace rebond
