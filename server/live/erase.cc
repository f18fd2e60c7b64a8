// Cafés that are rewritten without a person, and cafés that are removed (rules ER).
#include "core/erase.h"

#include <memory>
#include <utility>

#include "live/read_history.h"
#include "live/rooms.h"

namespace rebond {
namespace {

Error no_such_cafe(const CafeId& cafe) {
  return Error{ErrorKind::kNotFound, "cafe", "there is no café " + cafe + " on this server"};
}

Error busy(const CafeId& cafe) {
  return Error{ErrorKind::kBusy, "cafe",
               "café " + cafe + " is being rewritten; try again in a moment"};
}

/// Writing the files anew takes room before it gives any.
Error no_room() {
  return Error{ErrorKind::kUnavailable, "", "the disk is nearly full: make room, then try again"};
}

WholeCafe whole_cafe(Erasure erasure) {
  WholeCafe whole;
  whole.header = std::move(erasure.history.header);
  whole.entries = std::move(erasure.history.entries);
  whole.private_records = std::move(erasure.history.private_records);
  whole.snapshot_seq = erasure.state.seq();
  whole.snapshot = share(erasure.state.to_snapshot());
  return whole;
}

}  // namespace

void Rooms::erase(const CafeId& cafe, const Subject& subject, bool with_words,
                  std::function<void(Result<ErasureReport>)> done) {
  Room* room = find(cafe);
  if (room == nullptr) return done(no_such_cafe(cafe));
  if (room->is_suspended()) return done(busy(cafe));
  if (read_only_) return done(no_room());
  // A number that nobody has must not send everybody away.
  const Result<History> history = read_history(environment_.journal, cafe);
  if (!history) return done(history.error());
  if (const Result<Identity> known = identify(*history, subject); !known) {
    return done(known.error());
  }
  const ErasureOrder order{subject, with_words, environment_.random.next_u64() | 1U};
  room->suspend(v1::CLOSE_CODE_MOVED, "come back in a moment",
                [this, cafe, order, done = std::move(done)] { erase_aside(cafe, order, done); });
}

void Rooms::erase_aside(const CafeId& cafe, const ErasureOrder& order,
                        const std::function<void(Result<ErasureReport>)>& done) {
  const auto before = std::make_shared<Result<History>>(read_history(environment_.journal, cafe));
  const auto erasure = std::make_shared<std::optional<Result<Erasure>>>();
  environment_.run_aside(
      [before, erasure, order] {
        *erasure = *before ? erase_person(**before, order) : Result<Erasure>(before->error());
      },
      [this, cafe, erasure, done] { rewrite(cafe, **std::move(erasure), done); });
}

void Rooms::rewrite(const CafeId& cafe, Result<Erasure> erasure,
                    const std::function<void(Result<ErasureReport>)>& done) {
  if (!erasure) {
    find(cafe)->resume();
    return done(erasure.error());
  }
  const ErasureReport report = erasure->report;
  environment_.journal.replace(whole_cafe(*std::move(erasure)), [this, cafe, report, done] {
    // The people go on while the files are cleaned.
    if (const Result<void> opened = reopen(cafe); !opened) return done(opened.error());
    environment_.journal.purge([report, done] { done(report); });
  });
}

Result<void> Rooms::reopen(const CafeId& cafe) {
  Result<StoredCafe> stored = environment_.journal.load(cafe);
  if (!stored) return stored.error();
  return find(cafe)->reopen(*std::move(stored));
}

void Rooms::remove(const CafeId& cafe, std::function<void(Result<void>)> done) {
  const auto found = rooms_.find(cafe);
  if (found == rooms_.end()) return done(no_such_cafe(cafe));
  if (found->second.room->is_suspended()) return done(busy(cafe));
  if (read_only_) return done(no_room());
  Room& room = *found->second.room;
  ended_.push_back(std::move(found->second));
  rooms_.erase(found);
  retention_.forget(cafe);
  room.suspend(v1::CLOSE_CODE_ENDED, "this café has been removed",
               [this, &room, cafe, done = std::move(done)] {
                 environment_.journal.remove(cafe, [this, &room, done] {
                   room.end();
                   environment_.journal.purge([done] { done({}); });
                 });
               });
}

std::optional<MonotonicMs> Rooms::watch_retention(const CafeId& cafe) {
  const RoomStats stats = find(cafe)->stats();
  const Retention::Cafe kept{stats.last_entry_at_ms, stats.retention_days, stats.connections > 0};
  if (!retention_.is_over(cafe, kept)) return retention_.next_look_ms(cafe);
  remove(cafe, [this, cafe](const Result<void>& removed) {
    if (removed && on_retired_) on_retired_(cafe);
  });
  return std::nullopt;
}

}  // namespace rebond
