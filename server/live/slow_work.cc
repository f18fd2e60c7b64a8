// The slow work that a café asks for: who sits where, which ideas converge.
#include "live/slow_work.h"

#include <algorithm>

#include "core/seat_problem.h"
#include "core/seats_planned.h"
#include "core/suggested.h"
#include "live/method.h"

namespace rebond {
namespace {

// People who come through the door together are planned together.
constexpr MonotonicMs kBetweenPlansMs = 1'000;
// Ideas come in bursts; nobody waits for a suggestion to the second.
constexpr MonotonicMs kBetweenSuggestionsMs = 5'000;

}  // namespace

SlowWork::SlowWork(const Environment& environment, Cafe& cafe)
    : environment_(environment), cafe_(cafe), self_(std::make_shared<SlowWork*>(this)) {}

SlowWork::~SlowWork() {
  *self_ = nullptr;
}

void SlowWork::look() {
  if (environment_.method == nullptr || cafe_.read_only()) return;
  if (wants_seats() && may_begin(seats_)) plan_seats();
  if (wants_suggestions() && may_begin(suggestions_)) suggest();
}

std::optional<MonotonicMs> SlowWork::next_look_ms() const {
  if (environment_.method == nullptr || cafe_.read_only()) return std::nullopt;
  std::optional<MonotonicMs> next;
  const auto consider = [&](const Job& job, bool wanted) {
    if (!wanted || job.under_way) return;
    const MonotonicMs wait =
        std::max<MonotonicMs>(job.not_before - environment_.clock.monotonic_ms(), 0);
    next = next ? std::min(*next, wait) : wait;
  };
  consider(seats_, wants_seats());
  consider(suggestions_, wants_suggestions());
  return next;
}

bool SlowWork::wants_seats() const {
  const v1::SeatPlan* plan = cafe_.state().find<v1::SeatPlan>(1);
  return plan != nullptr && plan->wanted_seq() > plan->made_seq();
}

bool SlowWork::wants_suggestions() const {
  const v1::SuggestionRun* run = cafe_.state().find<v1::SuggestionRun>(1);
  if (run == nullptr) return false;
  return run->wanted_seq() > run->made_seq() ||
         (run->automatic() && cafe_.state().seq() > compared_seq_);
}

bool SlowWork::may_begin(const Job& job) const {
  return !job.under_way && environment_.clock.monotonic_ms() >= job.not_before;
}

void SlowWork::end(Job& job, MonotonicMs pause_ms) {
  job.under_way = false;
  job.not_before = environment_.clock.monotonic_ms() + pause_ms;
}

void SlowWork::plan_seats() {
  seats_.under_way = true;
  const auto problem =
      std::make_shared<const SeatProblem>(seat_problem(cafe_.state(), cafe_.private_state()));
  const auto planned = std::make_shared<PlannedSeats>();
  environment_.run_aside(
      [problem, planned, method = environment_.method] { *planned = method->plan_seats(*problem); },
      [planned, self = self_] {
        if (*self == nullptr) return;
        SlowWork& work = **self;
        work.end(work.seats_, kBetweenPlansMs);
        if (work.cafe_.read_only()) return;
        work.cafe_.enter(decide_seats_planned(work.cafe_.state(), *planned));
        work.look();
      });
}

void SlowWork::suggest() {
  suggestions_.under_way = true;
  if (suggester_ == nullptr) suggester_ = environment_.method->suggester();
  const auto ideas = std::make_shared<const IdeasToCompare>(ideas_to_compare(cafe_.state()));
  const auto found = std::make_shared<FoundSuggestions>();
  environment_.run_aside(
      [ideas, found, suggester = suggester_] { *found = suggester->suggest(*ideas); },
      [found, self = self_] {
        if (*self == nullptr) return;
        SlowWork& work = **self;
        work.end(work.suggestions_, kBetweenSuggestionsMs);
        if (work.cafe_.read_only()) return;
        work.compared_seq_ = found->base_seq;
        const Seq before = work.cafe_.state().seq();
        work.cafe_.enter(decide_suggested(work.cafe_.state(), *found));
        // Its own entry is nothing new to compare.
        if (before == found->base_seq) work.compared_seq_ = work.cafe_.state().seq();
        work.look();
      });
}

}  // namespace rebond
