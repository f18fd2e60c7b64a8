// One thing that a journal was asked to keep and has not kept yet.
#pragma once

#include <variant>

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

struct PendingWrite {
  std::variant<Append, SnapshotWrite> write;
  /// Empty when nobody waits for it.
  Journal::Durable on_durable;
};

/// Stops at an append that no journal could keep: only a bug of the caller makes one.
inline void check_append(const Append& append) {
  CHECK(!append.cafe.empty());
  CHECK((append.seq == 0) == (append.entry == nullptr));
  CHECK(!append.header || append.header->id() == append.cafe);
}

}  // namespace rebond
