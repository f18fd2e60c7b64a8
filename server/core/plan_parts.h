// How the parts of a plan are read, subject by subject. Each fails with the field and the remedy.
#pragma once

#include "core/json_fields.h"
#include "core/plan.h"

namespace rebond {

inline constexpr std::uint32_t kPlanRoundsMax = 12;
inline constexpr std::size_t kPlanNameBytesMax = 200;
inline constexpr std::size_t kPlanLineBytesMax = 1'000;

/// An idea with the plan's own name, word for word.
Result<PlannedIdea> read_idea(const Json& json, const std::string& where);

/// Questions, rounds, their minutes, or a script of people's own.
Result<void> read_script(const Json& json, Plan& plan);

/// Who is expected; after the tables.
Result<void> read_people(const Json& json, Plan& plan);

/// The checklist, the cost sheet and the programme of cafés.
Result<void> read_preparation(const Json& json, Plan& plan);

/// What an earlier café left undone; after the tables.
Result<void> read_carried(const Json& json, Plan& plan);

}  // namespace rebond
