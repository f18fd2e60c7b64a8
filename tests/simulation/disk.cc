// A slow disk under the real journal interface, which fails, tears and lies when it is told to.
#include "tests/simulation/disk.h"

#include <algorithm>
#include <utility>

#include "rebond/v1/frame.pb.h"

namespace rebond::sim {
namespace {

constexpr std::size_t kUnsyncedMax = 8;

void damage(Append& append) {
  v1::ServerFrame frame;
  if (!frame.ParseFromString(*append.entry)) return;
  for (v1::Change& change : *frame.mutable_entries(0)->mutable_changes()) {
    if (change.has_text() && change.text().has_insert()) {
      change.mutable_text()->mutable_insert()->set_at_ms(1);
    }
  }
  append.entry = share(frame.SerializeAsString());
}

}  // namespace

Disk::Disk(Schedule& schedule, Random& random, Fault fault, std::unique_ptr<MemoryJournal> journal)
    : schedule_(schedule), random_(random), fault_(fault), journal_(std::move(journal)) {
  journal_->on_failure([this](const Error& error) {
    if (failed_) failed_(error);
  });
}

void Disk::append(Append append, Durable on_durable) {
  // The founding is honest: there must be a café to go wrong.
  const Fault planted = append.header ? Fault::kNone : fault_;
  if (planted == Fault::kChangeRecord && append.seq > 1 && random_.below(40) == 0) damage(append);
  if (planted == Fault::kSkipSync) return lie(std::move(append), std::move(on_durable));
  if (planted == Fault::kAckBeforeDurable) {
    schedule_.in(0, [alive = alive_, told = std::move(on_durable)] {
      if (*alive) told();
    });
    on_durable = [] {};
  }
  journal_->append(std::move(append), std::move(on_durable));
  schedule_commit();
}

void Disk::lie(Append append, Durable on_durable) {
  unsynced_.push_back(std::move(append));
  while (unsynced_.size() > kUnsyncedMax) {
    journal_->append(std::move(unsynced_.front()), [] {});
    unsynced_.pop_front();
  }
  journal_->commit();
  schedule_.in(1, [alive = alive_, told = std::move(on_durable)] {
    if (*alive) told();
  });
}

void Disk::save_snapshot(const CafeId& cafe, Seq seq, SharedBytes snapshot) {
  if (fault_ == Fault::kSnapshotAhead) {
    // As if it went to a file of its own: it overtakes the entries before it.
    ahead_ = SnapshotWrite{cafe, seq, std::move(snapshot)};
    return;
  }
  journal_->save_snapshot(cafe, seq, std::move(snapshot));
  schedule_commit();
}

Result<StoredCafe> Disk::load(const CafeId& cafe) const {
  Result<StoredCafe> stored = journal_->load(cafe);
  if (stored && fault_ == Fault::kForgetOutcomes) {
    std::erase_if(stored->private_records, [](const PrivateWrite& record) {
      return record.kind == v1::PRIVATE_KIND_OUTCOME;
    });
  }
  return stored;
}

void Disk::fail_soon() {
  journal_->fail_after(random_.below(3));
}

std::unique_ptr<MemoryJournal> Disk::crash() {
  *alive_ = false;
  std::unique_ptr<MemoryJournal> found = journal_->crash(random_.below(journal_->pending() + 1));
  if (ahead_) {
    found->save_snapshot(ahead_->cafe, ahead_->seq, ahead_->snapshot);
    found->commit();
  }
  return found;
}

void Disk::schedule_commit() {
  if (commit_due_) return;
  commit_due_ = true;
  // Mostly quick, now and then a stall of seconds.
  const MonotonicMs delay =
      static_cast<MonotonicMs>(random_.below(50) == 0 ? random_.below(4'000) : random_.below(20));
  schedule_.in(delay, [this, alive = alive_] {
    if (!*alive) return;
    commit_due_ = false;
    journal_->commit(1 + random_.below(8));
    // The commit may have ended this life of the server.
    if (*alive && journal_->pending() > 0 && !journal_->failed()) schedule_commit();
  });
}

}  // namespace rebond::sim
