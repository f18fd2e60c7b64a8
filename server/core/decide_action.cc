// The rules of the action plan, and of what became of it afterwards.
#include <set>

#include "core/written.h"

namespace rebond {
namespace {

constexpr std::size_t kActionsMax = 1'000;
constexpr std::size_t kWhatBytesMax = 1'000;
constexpr std::size_t kWhoBytesMax = 300;
constexpr std::size_t kDueBytesMax = 100;
constexpr std::size_t kPartnersBytesMax = 500;
constexpr std::size_t kFollowUpBytesMax = 2'000;
constexpr std::uint32_t kEurosMax = 1'000'000'000;
constexpr std::uint32_t kCommitmentMax = 10'000;
constexpr int kSourcesMax = 100;

using Ids = google::protobuf::RepeatedField<std::uint64_t>;

Refusal check_sources(const Context& context, const Ids& sources, const std::string& field) {
  if (sources.size() > kSourcesMax) {
    return reject(v1::REJECTION_CODE_LIMIT, field + ".sources",
                  "name at most " + std::to_string(kSourcesMax) + " ideas and groups");
  }
  std::set<Id> named;
  for (const Id source : sources) {
    if (!is_idea_or_group(context.state, v1::RECORD_KIND_CARD, source) &&
        !is_idea_or_group(context.state, v1::RECORD_KIND_GROUP, source)) {
      return reject(v1::REJECTION_CODE_NOT_FOUND, field + ".sources",
                    "name ideas and groups of this café");
    }
    if (!named.insert(source).second) {
      return reject(v1::REJECTION_CODE_CONFLICT, field + ".sources", "name each idea once");
    }
  }
  return std::nullopt;
}

Refusal check_state(v1::ActionState state, const std::string& field) {
  if (state == v1::ACTION_STATE_UNSPECIFIED) {
    return reject(v1::REJECTION_CODE_MALFORMED, field + ".state", "choose a state");
  }
  if (!v1::ActionState_IsValid(state)) {
    return reject(v1::REJECTION_CODE_UNSUPPORTED, field + ".state", "choose a state that exists");
  }
  return std::nullopt;
}

/// Whether an action as a whole may stand in the plan.
Refusal check_action(const Context& context, const v1::Action& action, const std::string& field) {
  const auto words = [&](const std::string& text, std::size_t bytes_max, const char* name) {
    return check_words(text, bytes_max, (field + "." + name).c_str(), /*may_be_empty=*/true);
  };
  if (Refusal refusal = check_words(action.what(), kWhatBytesMax, (field + ".what").c_str())) {
    return refusal;
  }
  if (Refusal refusal = words(action.who(), kWhoBytesMax, "who")) return refusal;
  if (Refusal refusal = words(action.due(), kDueBytesMax, "due")) return refusal;
  if (Refusal refusal = words(action.partners(), kPartnersBytesMax, "partners")) return refusal;
  if (Refusal refusal = words(action.follow_up(), kFollowUpBytesMax, "follow_up")) return refusal;
  if (action.euros() > kEurosMax) {
    return reject(v1::REJECTION_CODE_LIMIT, field + ".euros",
                  "choose at most " + std::to_string(kEurosMax));
  }
  if (action.commitment() > kCommitmentMax) {
    return reject(v1::REJECTION_CODE_LIMIT, field + ".commitment",
                  "choose at most " + std::to_string(kCommitmentMax));
  }
  if (Refusal refusal = check_state(action.state(), field)) return refusal;
  return check_sources(context, action.sources(), field);
}

void change(const v1::SetAction& command, v1::Action& action) {
  if (command.has_what()) action.set_what(command.what());
  if (command.has_who()) action.set_who(command.who());
  if (command.has_due()) action.set_due(command.due());
  if (command.has_euros()) action.set_euros(command.euros());
  if (command.has_state()) action.set_state(command.state());
  if (command.has_sources()) *action.mutable_sources() = command.sources().ids();
  if (command.has_commitment()) action.set_commitment(command.commitment());
  if (command.has_partners()) action.set_partners(command.partners());
  if (command.has_follow_up()) action.set_follow_up(command.follow_up());
}

}  // namespace

Decision decide_add_action(const v1::AddAction& command, const Context& context) {
  if (Refusal refusal = check_act(context, v1::ACT_PLAN_ACTIONS, "add_action")) return *refusal;
  if (Refusal refusal =
          check_new_id(context, v1::RECORD_KIND_ACTION, command.action(), "add_action.action")) {
    return *refusal;
  }
  if (context.state.records().count<v1::Action>() >= kActionsMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "add_action", "this café holds no more actions");
  }
  v1::Action action;
  action.set_what(command.what());
  action.set_who(command.who());
  action.set_due(command.due());
  action.set_euros(command.euros());
  const bool said = command.state() != v1::ACTION_STATE_UNSPECIFIED;
  action.set_state(said ? command.state() : v1::ACTION_STATE_PROPOSED);
  *action.mutable_sources() = command.sources();
  action.set_commitment(command.commitment());
  action.set_partners(command.partners());
  action.set_author(context.member.participant);
  action.set_device(context.member.device);
  action.set_created_at_ms(context.now_ms);
  if (Refusal refusal = check_action(context, action, "add_action")) return *refusal;
  return accept(v1::WHAT_ACTION_ADDED, put_change(command.action(), action));
}

Decision decide_set_action(const v1::SetAction& command, const Context& context) {
  if (Refusal refusal = check_act(context, v1::ACT_PLAN_ACTIONS, "set_action")) return *refusal;
  const auto* action = context.state.find<v1::Action>(command.action());
  if (action == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_action.action", "name an action of this café");
  }
  v1::Action changed = *action;
  change(command, changed);
  if (Refusal refusal = check_action(context, changed, "set_action")) return *refusal;
  return accept(v1::WHAT_ACTION_CHANGED, put_change(command.action(), changed));
}

}  // namespace rebond
