// What roles, acts, views and states are called in a plan.
#pragma once

#include <array>
#include <string>
#include <utility>

#include "core/json_fields.h"
#include "rebond/v1/record.pb.h"

namespace rebond {

template <typename Value>
using Names = std::pair<const char*, Value>;

inline constexpr std::array kRoleNames{Names<v1::Role>{"facilitator", v1::ROLE_FACILITATOR},
                                       Names<v1::Role>{"captain", v1::ROLE_CAPTAIN},
                                       Names<v1::Role>{"participant", v1::ROLE_PARTICIPANT},
                                       Names<v1::Role>{"remote", v1::ROLE_REMOTE},
                                       Names<v1::Role>{"expert", v1::ROLE_EXPERT},
                                       Names<v1::Role>{"screen", v1::ROLE_SCREEN}};

inline constexpr std::array kActNames{Names<v1::Act>{"edit", v1::ACT_EDIT},
                                      Names<v1::Act>{"link", v1::ACT_LINK},
                                      Names<v1::Act>{"group", v1::ACT_GROUP},
                                      Names<v1::Act>{"synthesise", v1::ACT_SYNTHESISE},
                                      Names<v1::Act>{"answer", v1::ACT_ANSWER},
                                      Names<v1::Act>{"support", v1::ACT_SUPPORT},
                                      Names<v1::Act>{"plan_actions", v1::ACT_PLAN_ACTIONS},
                                      Names<v1::Act>{"evaluate", v1::ACT_EVALUATE}};

inline constexpr std::array kViewNames{Names<v1::View>{"preparation", v1::VIEW_PREPARATION},
                                       Names<v1::View>{"welcome", v1::VIEW_WELCOME},
                                       Names<v1::View>{"objective", v1::VIEW_OBJECTIVE},
                                       Names<v1::View>{"round", v1::VIEW_ROUND},
                                       Names<v1::View>{"move", v1::VIEW_MOVE},
                                       Names<v1::View>{"syntheses", v1::VIEW_SYNTHESES},
                                       Names<v1::View>{"map", v1::VIEW_MAP},
                                       Names<v1::View>{"expert", v1::VIEW_EXPERT},
                                       Names<v1::View>{"support", v1::VIEW_SUPPORT},
                                       Names<v1::View>{"actions", v1::VIEW_ACTIONS},
                                       Names<v1::View>{"evaluation", v1::VIEW_EVALUATION},
                                       Names<v1::View>{"thanks", v1::VIEW_THANKS},
                                       Names<v1::View>{"closed", v1::VIEW_CLOSED}};

inline constexpr std::array kActionStateNames{
    Names<v1::ActionState>{"proposed", v1::ACTION_STATE_PROPOSED},
    Names<v1::ActionState>{"decided", v1::ACTION_STATE_DECIDED},
    Names<v1::ActionState>{"under_way", v1::ACTION_STATE_UNDER_WAY},
    Names<v1::ActionState>{"done", v1::ACTION_STATE_DONE},
    Names<v1::ActionState>{"dropped", v1::ACTION_STATE_DROPPED}};

/// The value of a name that people write, or which names there are.
template <typename Value, std::size_t kSize>
Result<Value> value_named(const std::array<Names<Value>, kSize>& names, const Json& json,
                          const std::string& field) {
  std::string known;
  for (const auto& [name, value] : names) {
    if (json == Json(name)) return value;
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  return invalid_field(field, "write one of " + known);
}

/// The name of a value; "" when it has none.
template <typename Value, std::size_t kSize>
std::string name_of(const std::array<Names<Value>, kSize>& names, int value) {
  for (const auto& [name, known] : names) {
    if (known == value) return name;
  }
  return "";
}

}  // namespace rebond
