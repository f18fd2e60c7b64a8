// The rules of steps and rounds: a soft machine that only the facilitator moves.
#include <algorithm>

#include "core/rules.h"
#include "core/script.h"

namespace rebond {
namespace {

constexpr std::uint32_t kMinutesMax = 240;
constexpr double kMinuteMs = 60'000.0;
constexpr std::size_t kQuestionBytesMax = 1'000;

struct Current {
  Id id = 0;
  v1::Round round;
};

/// The round of the step that the café is in.
std::variant<Current, v1::Rejection> current_round(const Context& context, const char* field) {
  const v1::Step* step = current_step(context.state);
  const v1::Round* round = step == nullptr ? nullptr : context.state.find<v1::Round>(step->round());
  if (round == nullptr) {
    return reject(v1::REJECTION_CODE_CONFLICT, field, "go to the step of a round first");
  }
  return Current{step->round(), *round};
}

bool is_running(const v1::Round& round) {
  return round.started_at_ms() > 0 && round.ended_at_ms() <= 0;
}

/// The round of the next step that has one; the current one when it has not ended.
std::variant<Current, v1::Rejection> round_to_start(const Context& context, Id* step_id) {
  const State& state = context.state;
  const v1::Step* now = current_step(state);
  Current found;
  std::uint32_t best = 0;
  state.records().each<v1::Step>([&](Id id, const v1::Step& step) {
    const v1::Round* round = state.find<v1::Round>(step.round());
    if (round == nullptr || round->ended_at_ms() > 0) return;
    if (step.skipped() && &step != now) return;
    if (now != nullptr && step.position() < now->position()) return;
    if (found.id != 0 && step.position() >= best) return;
    best = step.position();
    found = Current{step.round(), *round};
    *step_id = id;
  });
  if (found.id == 0) {
    return reject(v1::REJECTION_CODE_CONFLICT, "start_round",
                  "every round has ended: go back to a step before a round that has not");
  }
  return found;
}

v1::Change enter_step(const Context& context, Id step) {
  v1::Cafe cafe = cafe_of(context.state);
  cafe.set_step(step);
  return put_change(1, cafe);
}

void end(v1::Round& round, double now_ms) {
  round.set_ended_at_ms(now_ms);
  round.set_grace_ms(kRoundGraceMs);
  round.set_paused(false);
  round.set_remaining_ms(0);
}

/// RU4: going on to a later step ends every round that still runs before it.
void end_rounds_before(const v1::Step& entered, const Context& context, Changes& changes) {
  const v1::Step* now = current_step(context.state);
  if (now != nullptr && entered.position() <= now->position()) return;
  context.state.records().each<v1::Step>([&](Id, const v1::Step& step) {
    if (step.position() >= entered.position() || step.round() == entered.round()) return;
    const v1::Round* round = context.state.find<v1::Round>(step.round());
    if (round == nullptr || !is_running(*round)) return;
    v1::Round ended = *round;
    end(ended, context.now_ms);
    changes.changes.push_back(put_change(step.round(), ended));
  });
}

/// PL1: as the evening goes on, who is expected and has not come is planned for no longer.
void leave_out_no_shows(const Context& context, Changes& changes) {
  bool expected = false;
  context.state.records().each<v1::Participant>([&](Id, const v1::Participant& person) {
    expected = expected || (person.joined_at_ms() <= 0 && !person.left());
  });
  if (expected) want_plan(context, changes);
}

/// What the clock shows, in milliseconds; 0 in overtime and without a deadline.
double left_ms(const v1::Round& round, double now_ms) {
  if (round.paused()) return round.remaining_ms();
  return std::max(round.deadline_ms() - now_ms, 0.0);
}

}  // namespace

Decision decide_go_to_step(const v1::GoToStep& command, const Context& context) {
  const v1::Step* step = context.state.find<v1::Step>(command.step());
  if (step == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "go_to_step.step", "name a step of this café");
  }
  Changes changes = accept(v1::WHAT_STEP_CHANGED, enter_step(context, command.step()));
  end_rounds_before(*step, context, changes);
  // A round that is entered runs, so that it holds what is written there and is locked afterwards.
  const v1::Round* entered = context.state.find<v1::Round>(step->round());
  if (entered != nullptr && (entered->started_seq() == 0 || entered->started_at_ms() <= 0)) {
    v1::Round round = *entered;
    if (round.started_seq() == 0) round.set_started_seq(context.next_seq);
    if (round.started_at_ms() <= 0) round.set_started_at_ms(context.now_ms);
    changes.changes.push_back(put_change(step->round(), round));
  }
  leave_out_no_shows(context, changes);
  return changes;
}

Decision decide_start_round(const v1::StartRound& command, const Context& context) {
  if (command.minutes() > kMinutesMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "start_round.minutes",
                  "choose at most " + std::to_string(kMinutesMax) + " minutes");
  }
  if (Refusal refusal = check_words(command.question(), kQuestionBytesMax, "start_round.question",
                                    /*may_be_empty=*/true)) {
    return *refusal;
  }
  Id step = 0;
  auto found = round_to_start(context, &step);
  if (const auto* rejection = std::get_if<v1::Rejection>(&found)) return *rejection;
  auto& [id, round] = std::get<Current>(found);
  if (is_running(round) && round.deadline_ms() > 0) {
    return reject(v1::REJECTION_CODE_CONFLICT, "start_round",
                  "a round is running: end it first, or give it more minutes");
  }
  round.set_started_at_ms(context.now_ms);
  if (round.started_seq() == 0) round.set_started_seq(context.next_seq);
  round.set_deadline_ms(command.minutes() == 0 ? 0
                                               : context.now_ms + command.minutes() * kMinuteMs);
  round.set_paused(false);
  round.set_remaining_ms(0);
  if (!command.question().empty()) round.set_question(command.question());
  Changes changes = accept(v1::WHAT_ROUND_STARTED, put_change(id, round));
  leave_out_no_shows(context, changes);
  if (step == cafe_of(context.state).step()) return changes;
  changes.changes.push_back(enter_step(context, step));
  end_rounds_before(*context.state.find<v1::Step>(step), context, changes);
  return changes;
}

Decision decide_pause_round(const Context& context) {
  auto found = current_round(context, "pause_round");
  if (const auto* rejection = std::get_if<v1::Rejection>(&found)) return *rejection;
  auto& [id, round] = std::get<Current>(found);
  if (!is_running(round) || round.paused()) {
    return reject(v1::REJECTION_CODE_CONFLICT, "pause_round", "only a running round can pause");
  }
  round.set_remaining_ms(static_cast<std::uint32_t>(left_ms(round, context.now_ms)));
  round.set_paused(true);
  return accept(v1::WHAT_ROUND_PAUSED, put_change(id, round));
}

Decision decide_resume_round(const Context& context) {
  auto found = current_round(context, "resume_round");
  if (const auto* rejection = std::get_if<v1::Rejection>(&found)) return *rejection;
  auto& [id, round] = std::get<Current>(found);
  if (!round.paused()) {
    return reject(v1::REJECTION_CODE_CONFLICT, "resume_round", "the round is not paused");
  }
  round.set_paused(false);
  if (round.deadline_ms() > 0) round.set_deadline_ms(context.now_ms + round.remaining_ms());
  round.set_remaining_ms(0);
  return accept(v1::WHAT_ROUND_RESUMED, put_change(id, round));
}

Decision decide_extend_round(const v1::ExtendRound& command, const Context& context) {
  if (command.minutes() == 0 || command.minutes() > kMinutesMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "extend_round.minutes",
                  "choose from 1 to " + std::to_string(kMinutesMax) + " minutes");
  }
  auto found = current_round(context, "extend_round");
  if (const auto* rejection = std::get_if<v1::Rejection>(&found)) return *rejection;
  auto& [id, round] = std::get<Current>(found);
  if (round.locked() || round.started_at_ms() <= 0) {
    return reject(v1::REJECTION_CODE_CONFLICT, "extend_round", "start a round instead");
  }
  // Overtime is not counted against the minutes that are asked for.
  const double left = left_ms(round, context.now_ms) + command.minutes() * kMinuteMs;
  if (left > kMinutesMax * kMinuteMs) {
    return reject(v1::REJECTION_CODE_LIMIT, "extend_round.minutes",
                  "leave at most " + std::to_string(kMinutesMax) + " minutes on the clock");
  }
  round.set_ended_at_ms(0);
  round.set_deadline_ms(context.now_ms + left);
  if (round.paused()) round.set_remaining_ms(static_cast<std::uint32_t>(left));
  return accept(v1::WHAT_ROUND_EXTENDED, put_change(id, round));
}

Decision decide_end_round(const Context& context) {
  auto found = current_round(context, "end_round");
  if (const auto* rejection = std::get_if<v1::Rejection>(&found)) return *rejection;
  auto& [id, round] = std::get<Current>(found);
  if (!is_running(round)) {
    return reject(v1::REJECTION_CODE_CONFLICT, "end_round", "no round is running");
  }
  end(round, context.now_ms);
  return accept(v1::WHAT_ROUND_ENDED, put_change(id, round));
}

}  // namespace rebond
