// A client's copy of the café, or just its place in the history.
#include "clients/cpp/replica.h"

#include <utility>

#include "base/check.h"
#include "base/limits.h"

namespace rebond {
namespace {

Error broken(std::string what) {
  return Error{ErrorKind::kCorrupt, "", std::move(what)};
}

/// Whether every change is of a case that this program knows.
bool is_understood(const v1::Entry& entry) {
  for (const v1::Change& change : entry.changes()) {
    if (change.change_case() == v1::Change::CHANGE_NOT_SET) return false;
    if (change.has_text() && change.text().edit_case() == v1::TextEdit::EDIT_NOT_SET) return false;
  }
  return true;
}

}  // namespace

void Replica::resume_at(Epoch epoch, Seq seq) {
  CHECK(keep_ == Keep::kCursor);
  epoch_ = epoch;
  cursor_ = seq;
}

void Replica::forget() {
  *this = Replica(keep_);
}

void Replica::on_welcome(const v1::Welcome& welcome) {
  coming_epoch_ = welcome.epoch();
  awaits_snapshot_ = welcome.mode() == v1::RESUME_MODE_SNAPSHOT;
  // Until a snapshot is whole, this is still a copy of the old history.
  if (!awaits_snapshot_) epoch_ = coming_epoch_;
  assembling_.reset();
  expected_.reset();
}

Result<void> Replica::begin(const v1::SnapshotBegin& begin) {
  if (begin.bytes() > kSnapshotBytesMax) return broken("the server announced too large a snapshot");
  awaits_snapshot_ = true;
  assembling_ = begin;
  assembled_.clear();
  return {};
}

Result<void> Replica::add(const v1::SnapshotChunk& chunk) {
  if (!assembling_ || assembled_.size() + chunk.data().size() > assembling_->bytes()) {
    return broken("the server sent more of a snapshot than it announced");
  }
  assembled_ += chunk.data();
  return {};
}

Result<void> Replica::end(const v1::SnapshotEnd& end) {
  if (!assembling_ || end.seq() != assembling_->seq() ||
      assembled_.size() != assembling_->bytes()) {
    return broken("the server ended a snapshot that is not whole");
  }
  if (keep_ == Keep::kState) {
    Result<State> state = State::from_snapshot(assembled_);
    if (!state) return state.error();
    if (state->seq() != end.seq()) return broken("a snapshot is not of the entry that it says");
    state_ = std::move(*state);
  }
  cursor_ = end.seq();
  epoch_ = coming_epoch_;
  awaits_snapshot_ = false;
  assembling_.reset();
  assembled_ = {};
  return {};
}

Result<void> Replica::apply(const v1::Entry& entry) {
  // The snapshot carries it. If it does not, the next entry does not fit, and that is seen.
  if (awaits_snapshot_) return {};
  if (!is_understood(entry)) {
    return Error{ErrorKind::kInvalid, "", "the server is newer than this program; update it"};
  }
  if (keep_ == Keep::kState) {
    const Result<void> applied = state_.apply(entry);
    if (!applied) return broken(describe(applied.error()));
    return {};
  }
  if (entry.seq() != cursor_ + 1) {
    return broken("expected entry " + std::to_string(cursor_ + 1) + ", got " +
                  std::to_string(entry.seq()));
  }
  cursor_ = entry.seq();
  return {};
}

void Replica::expect(const v1::StateDigest& digest) {
  if (keep_ == Keep::kState) expected_ = digest;
}

std::optional<v1::Diverged> Replica::check() {
  if (!expected_ || awaits_snapshot_ || expected_->seq() > seq()) return std::nullopt;
  const v1::StateDigest expected = *std::exchange(expected_, std::nullopt);
  if (expected.seq() < seq() || expected.digest() == state_.digest().bytes()) return std::nullopt;
  v1::Diverged diverged;
  diverged.set_seq(seq());
  diverged.set_digest(state_.digest().bytes());
  return diverged;
}

}  // namespace rebond
