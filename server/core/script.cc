// The script of a café as the rules read it: steps in order, what a step allows, rounds to come.
#include "core/script.h"

#include <algorithm>

namespace rebond {
namespace {

bool has_traces(const State& state, Id round) {
  bool found = false;
  state.records().each<v1::Seat>(
      [&](Id, const v1::Seat& seat) { found = found || seat.round() == round; });
  if (found) return true;
  state.records().each<v1::Card>(
      [&](Id, const v1::Card& card) { found = found || card.round() == round; });
  return found;
}

}  // namespace

std::vector<ScriptStep> script_of(const State& state) {
  std::vector<ScriptStep> script;
  state.records().each<v1::Step>([&](Id id, const v1::Step& step) {
    script.push_back(ScriptStep{id, &step});
  });
  std::sort(script.begin(), script.end(), [](const ScriptStep& a, const ScriptStep& b) {
    return a.step->position() < b.step->position();
  });
  return script;
}

const v1::Step* current_step(const State& state) {
  const v1::Cafe* cafe = state.find<v1::Cafe>(1);
  return cafe == nullptr ? nullptr : state.find<v1::Step>(cafe->step());
}

const v1::Step* step_of_round(const State& state, Id round) {
  const v1::Step* found = nullptr;
  state.records().each<v1::Step>([&](Id, const v1::Step& step) {
    if (round != 0 && step.round() == round) found = &step;
  });
  return found;
}

bool allows(const v1::Step& step, v1::Act act, v1::Role role) {
  if (step.permissions().empty()) return true;
  for (const v1::StepPermission& permission : step.permissions()) {
    if (permission.act() != act) continue;
    if (std::count(permission.roles().begin(), permission.roles().end(), role) > 0) return true;
  }
  return false;
}

Id round_of_seats(const State& state) {
  const v1::Step* now = current_step(state);
  if (now != nullptr && now->round() != 0) return now->round();
  Id last = 0;
  for (const auto& [id, step] : script_of(state)) {
    if (step->round() == 0) continue;
    last = step->round();
    const bool next = now == nullptr || step->position() > now->position();
    if (next && !step->skipped()) return last;
  }
  return last;
}

bool is_to_come(const State& state, Id id) {
  const v1::Round* round = state.find<v1::Round>(id);
  const v1::Step* step = step_of_round(state, id);
  const v1::Step* now = current_step(state);
  if (round == nullptr || step == nullptr || now == nullptr) return false;
  if (round->ended_at_ms() > 0 || round->deadline_ms() > 0 || round->paused()) return false;
  if (step->position() > now->position()) return true;
  return step == now && !has_traces(state, id);
}

}  // namespace rebond
