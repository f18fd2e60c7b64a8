// The rules of the script: steps are data that the facilitator changes as the evening goes.
#include <algorithm>
#include <set>

#include "core/built_in_script.h"
#include "core/rules.h"
#include "core/script.h"

namespace rebond {
namespace {

constexpr std::size_t kLineBytesMax = 1'000;
constexpr std::size_t kSlugBytesMax = 60;
constexpr std::uint32_t kStepMinutesMax = 1'440;
constexpr std::size_t kStepsMax = 60;
constexpr std::size_t kRoundsMax = 12;

/// A role that has a device to write with.
bool writes(int role) {
  return role >= v1::ROLE_FACILITATOR && role <= v1::ROLE_EXPERT;
}

Refusal check_roles(const google::protobuf::RepeatedField<int>& roles, const std::string& field) {
  if (std::all_of(roles.begin(), roles.end(), writes)) return std::nullopt;
  return reject(v1::REJECTION_CODE_UNSUPPORTED, field, "name roles that may write");
}

Refusal check_rights(const v1::StepRights& rights, const std::string& where) {
  if (Refusal refusal = check_roles(rights.writers(), where + ".writers")) return refusal;
  std::set<int> acts;
  for (const v1::StepPermission& permission : rights.permissions()) {
    const std::string field = where + ".permissions";
    const bool known = permission.act() != v1::ACT_UNSPECIFIED && v1::Act_IsValid(permission.act());
    if (!known || !acts.insert(permission.act()).second) {
      return reject(known ? v1::REJECTION_CODE_CONFLICT : v1::REJECTION_CODE_UNSUPPORTED, field,
                    "name each act once, and acts that exist");
    }
    if (Refusal refusal = check_roles(permission.roles(), field)) return refusal;
  }
  return std::nullopt;
}

Refusal check_views(const google::protobuf::RepeatedPtrField<v1::StepView>& views,
                    const std::string& field) {
  std::set<int> roles;
  for (const v1::StepView& view : views) {
    const bool known = view.role() != v1::ROLE_UNSPECIFIED && v1::Role_IsValid(view.role()) &&
                       v1::View_IsValid(view.view());
    if (!known || !roles.insert(view.role()).second) {
      return reject(known ? v1::REJECTION_CODE_CONFLICT : v1::REJECTION_CODE_UNSUPPORTED, field,
                    "name each role once, and views that exist");
    }
  }
  return std::nullopt;
}

/// What SetStep and AddStep say alike: how long a step is and what it asks.
Refusal check_task(const std::string& instruction, std::uint32_t minutes,
                   const std::string& where) {
  if (minutes > kStepMinutesMax) {
    return reject(v1::REJECTION_CODE_LIMIT, where + ".minutes",
                  "choose at most " + std::to_string(kStepMinutesMax) + " minutes");
  }
  return check_words(instruction, kLineBytesMax, (where + ".instruction").c_str(),
                     /*may_be_empty=*/true);
}

Refusal check_question(const std::string& question, const char* field) {
  return check_words(question, kLineBytesMax, field, /*may_be_empty=*/true);
}

Refusal check_set_step(const v1::SetStep& command, const v1::Step& step) {
  if (Refusal refusal = check_task(command.instruction(), command.minutes(), "set_step")) {
    return refusal;
  }
  if (Refusal refusal = check_rights(command.rights(), "set_step.rights")) return refusal;
  if (Refusal refusal = check_views(command.views().views(), "set_step.views")) return refusal;
  if (command.has_question() && step.round() == 0) {
    return reject(v1::REJECTION_CODE_CONFLICT, "set_step.question",
                  "ask the question of a step that has a round");
  }
  return check_question(command.question(), "set_step.question");
}

void set_rights(const v1::StepRights& rights, v1::Step& step) {
  *step.mutable_writers() = rights.writers();
  *step.mutable_permissions() = rights.permissions();
}

bool has_slug(const State& state, const std::string& slug) {
  bool found = false;
  state.records().each<v1::Step>(
      [&](Id, const v1::Step& step) { found = found || step.slug() == slug; });
  return found;
}

Refusal check_slug(const Context& context, const std::string& slug) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  if (slug.empty() || slug.size() > kSlugBytesMax ||
      !std::all_of(slug.begin(), slug.end(), plain)) {
    return reject(v1::REJECTION_CODE_MALFORMED, "add_step.slug",
                  "use lower-case letters, digits and hyphens");
  }
  if (slug.starts_with("round-") || slug.starts_with("move-")) {
    return reject(v1::REJECTION_CODE_CONFLICT, "add_step.slug", "add a round instead");
  }
  if (has_slug(context.state, slug)) {
    return reject(v1::REJECTION_CODE_CONFLICT, "add_step.slug",
                  "use a name that no step of this café has");
  }
  return std::nullopt;
}

/// The new steps behind a position, in their order, and every later step at its new place.
std::vector<v1::Change> inserted(const State& state, std::uint32_t after,
                                 const std::vector<std::pair<Id, v1::Step>>& added) {
  std::vector<v1::Change> changes;
  std::uint32_t position = after;
  for (const auto& [id, step] : added) {
    v1::Step placed = step;
    placed.set_position(++position);
    changes.push_back(put_change(id, placed));
  }
  const auto count = static_cast<std::uint32_t>(added.size());
  for (const auto& [id, step] : script_of(state)) {
    if (step->position() <= after) continue;
    v1::Step later = *step;
    later.set_position(later.position() + count);
    changes.push_back(put_change(id, later));
  }
  return changes;
}

Refusal check_room(const State& state, std::size_t more, const char* field) {
  if (state.records().count<v1::Step>() + more <= kStepsMax) return std::nullopt;
  return reject(v1::REJECTION_CODE_LIMIT, field,
                "keep to " + std::to_string(kStepsMax) + " steps: change one instead");
}

Refusal check_add_round(const v1::AddRound& command, const Context& context) {
  if (Refusal refusal =
          check_new_id(context, v1::RECORD_KIND_ROUND, command.round(), "add_round.round")) {
    return refusal;
  }
  for (const auto& [id, field] : {std::pair{command.step(), "add_round.step"},
                                  std::pair{command.move_step(), "add_round.move_step"}}) {
    if (Refusal refusal = check_new_id(context, v1::RECORD_KIND_STEP, id, field)) return refusal;
  }
  if (command.step() == command.move_step()) {
    return reject(v1::REJECTION_CODE_CONFLICT, "add_round.move_step",
                  "use an id that was never used");
  }
  if (Refusal refusal = check_question(command.question(), "add_round.question")) return refusal;
  if (context.state.records().count<v1::Round>() >= kRoundsMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "add_round",
                  "hold at most " + std::to_string(kRoundsMax) + " rounds");
  }
  return check_room(context.state, 2, "add_round");
}

/// "move-3", or "move-3-2" when a script of people's own has that already.
std::string free_slug(const State& state, const std::string& slug) {
  std::string free = slug;
  for (int n = 2; has_slug(state, free); ++n) free = slug + "-" + std::to_string(n);
  return free;
}

/// One more move is like the last one.
v1::Step next_move(const State& state, std::uint32_t number) {
  v1::Step move = built_in_step("move-" + std::to_string(number));
  for (const ScriptStep& one : script_of(state)) {
    if (one.step->slug().starts_with("move-")) move = *one.step;
  }
  move.set_slug(free_slug(state, "move-" + std::to_string(number)));
  move.set_round(0);
  move.set_skipped(false);
  return move;
}

}  // namespace

Decision decide_set_step(const v1::SetStep& command, const Context& context) {
  const v1::Step* step = context.state.find<v1::Step>(command.step());
  if (step == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_step.step", "name a step of this café");
  }
  if (Refusal refusal = check_set_step(command, *step)) return *refusal;
  v1::Step changed = *step;
  if (command.has_instruction()) changed.set_instruction(command.instruction());
  if (command.has_minutes()) changed.set_minutes(command.minutes());
  if (command.has_anonymous()) changed.set_anonymous(command.anonymous());
  if (command.has_skipped()) changed.set_skipped(command.skipped());
  if (command.has_rights()) set_rights(command.rights(), changed);
  if (command.has_views()) *changed.mutable_views() = command.views().views();
  Changes changes = accept(v1::WHAT_STEP_SET, put_change(command.step(), changed));
  if (command.has_question()) {
    v1::Round round = *context.state.find<v1::Round>(step->round());
    round.set_question(command.question());
    changes.changes.push_back(put_change(step->round(), round));
  }
  // A round that is passed over seats nobody.
  if (step->round() != 0 && step->skipped() != changed.skipped()) want_plan(context, changes);
  return changes;
}

Decision decide_add_step(const v1::AddStep& command, const Context& context) {
  if (Refusal refusal =
          check_new_id(context, v1::RECORD_KIND_STEP, command.step(), "add_step.step")) {
    return *refusal;
  }
  if (Refusal refusal = check_slug(context, command.slug())) return *refusal;
  const v1::Step* after = context.state.find<v1::Step>(command.after());
  if (after == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "add_step.after",
                  "name the step that it comes after");
  }
  if (Refusal refusal = check_task(command.instruction(), command.minutes(), "add_step")) {
    return *refusal;
  }
  if (Refusal refusal = check_rights(command.rights(), "add_step.rights")) return *refusal;
  if (Refusal refusal = check_views(command.views(), "add_step.views")) return *refusal;
  if (Refusal refusal = check_room(context.state, 1, "add_step")) return *refusal;
  v1::Step step;
  step.set_slug(command.slug());
  step.set_instruction(command.instruction());
  step.set_minutes(command.minutes());
  set_rights(command.rights(), step);
  *step.mutable_views() = command.views();
  Changes changes;
  changes.what = v1::WHAT_STEP_ADDED;
  changes.changes = inserted(context.state, after->position(), {{command.step(), step}});
  return changes;
}

Decision decide_add_round(const v1::AddRound& command, const Context& context) {
  if (Refusal refusal = check_add_round(command, context)) return *refusal;
  const State& state = context.state;
  const v1::Step* last = nullptr;
  for (const ScriptStep& one : script_of(state)) {
    if (one.step->round() != 0) last = one.step;
  }
  if (last == nullptr) {
    return reject(v1::REJECTION_CODE_CONFLICT, "add_round",
                  "a script without rounds cannot have one more");
  }
  std::uint32_t number = 0;
  state.records().each<v1::Round>(
      [&](Id, const v1::Round& round) { number = std::max(number, round.number()); });
  v1::Step step = *last;
  step.set_slug(free_slug(state, "round-" + std::to_string(number + 1)));
  step.set_round(command.round());
  step.set_skipped(false);
  v1::Round round;
  round.set_number(number + 1);
  round.set_question(command.question());
  Changes changes = accept(v1::WHAT_ROUND_ADDED, put_change(command.round(), round));
  for (v1::Change& change :
       inserted(state, last->position(),
                {{command.move_step(), next_move(state, number)}, {command.step(), step}})) {
    changes.changes.push_back(std::move(change));
  }
  want_plan(context, changes);
  return changes;
}

}  // namespace rebond
