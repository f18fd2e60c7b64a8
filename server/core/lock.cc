// The server's own decision: locking a round when its grace is over (RU4).
#include "core/lock.h"

#include "core/rules.h"

namespace rebond {
namespace {

bool waits(const v1::Round& round) {
  return round.ended_at_ms() > 0 && !round.locked();
}

double lock_at_ms(const v1::Round& round) {
  return round.ended_at_ms() + round.grace_ms();
}

}  // namespace

std::optional<double> next_lock_ms(const State& state) {
  std::optional<double> next;
  state.records().each<v1::Round>([&](Id, const v1::Round& round) {
    if (waits(round) && (!next || lock_at_ms(round) < *next)) next = lock_at_ms(round);
  });
  return next;
}

Changes decide_lock(const State& state, Seq next_seq, double now_ms) {
  Changes changes;
  changes.what = v1::WHAT_ROUND_LOCKED;
  state.records().each<v1::Round>([&](Id id, const v1::Round& round) {
    if (!waits(round) || now_ms < lock_at_ms(round)) return;
    v1::Round locked = round;
    locked.set_locked(true);
    locked.set_locked_seq(next_seq);
    changes.changes.push_back(put_change(id, locked));
  });
  return changes;
}

}  // namespace rebond
