// A client's copy of the café, or just its place in the history.
#pragma once

#include <optional>
#include <string>

#include "base/ids.h"
#include "base/result.h"
#include "core/state.h"
#include "rebond/v1/frame.pb.h"

namespace rebond {

/// What a replica keeps.
enum class Keep {
  kState,   // the whole state, compared by digest with the server's
  kCursor,  // only how far it has come; for those who just look at what passes
};

/// Applies what the server sends: entries in order, a snapshot whole (rules CU1, CU3, DG4).
///
/// After a failed call nothing more may be applied until forget(). Not thread-safe.
class Replica {
 public:
  explicit Replica(Keep keep) : keep_(keep) {}

  /// Begins behind entry `seq` of that history, without its state; only for Keep::kCursor.
  void resume_at(Epoch epoch, Seq seq);

  /// Starts over, from nothing.
  void forget();

  /// Of what is held: a new epoch comes with its snapshot (EP2). 0 before the first Welcome.
  Epoch epoch() const { return epoch_; }
  /// The last entry applied.
  Seq seq() const { return keep_ == Keep::kState ? state_.seq() : cursor_; }
  /// Empty for Keep::kCursor.
  const State& state() const { return state_; }
  /// A snapshot is announced and not whole yet.
  bool awaits_snapshot() const { return awaits_snapshot_; }

  void on_welcome(const v1::Welcome& welcome);
  /// The server drops the thread and sends a snapshot.
  void on_resync() { awaits_snapshot_ = true; }

  Result<void> begin(const v1::SnapshotBegin& begin);
  Result<void> add(const v1::SnapshotChunk& chunk);
  /// Puts the snapshot in the place of what was there.
  Result<void> end(const v1::SnapshotEnd& end);

  /// Applies the next entry; passes over it while a snapshot is awaited. Fails with kInvalid when
  /// this program is too old for it (CU8), with kCorrupt when it does not fit.
  Result<void> apply(const v1::Entry& entry);

  /// The server's digest after an entry, perhaps one that has not come yet.
  void expect(const v1::StateDigest& digest);

  /// What to tell the server when the copy is not like the server's; once for each digest.
  std::optional<v1::Diverged> check();

 private:
  Keep keep_;
  Epoch epoch_ = 0;
  // Of the snapshot that is awaited.
  Epoch coming_epoch_ = 0;
  Seq cursor_ = 0;
  State state_;
  bool awaits_snapshot_ = false;
  std::optional<v1::SnapshotBegin> assembling_;
  std::string assembled_;
  std::optional<v1::StateDigest> expected_;
};

}  // namespace rebond
