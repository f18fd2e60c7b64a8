// The plan of a café: what somebody prepared before people come.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rebond {

struct PlannedIdea {
  /// The plan's own name, such as "t2.7".
  std::string id;
  /// Word for word.
  std::string text;
};

struct PlannedTable {
  /// The plan's own name, such as "t2"; "t1", "t2", … when the plan gives none.
  std::string id;
  std::string name;
  std::uint32_t capacity = 0;  // 0: not said
  bool remote = false;
  std::vector<PlannedIdea> ideas;
};

struct Plan {
  std::string theme;
  std::string objective;
  std::string organisation;
  /// BCP 47, such as "fr" or "en".
  std::string language = "fr";
  /// The question of each round; there are at least as many rounds as questions.
  std::vector<std::string> questions;
  std::uint32_t rounds = 3;
  std::vector<PlannedTable> tables;

  std::size_t ideas() const;
};

/// Reads a plan from JSON, as docs/plan.schema.json says: only `tables` with their names and ideas
/// must be there, fields that it does not know are ignored, a byte order mark at the start too.
/// Fails with the field and the remedy.
Result<Plan> parse_plan(std::string_view json);

}  // namespace rebond
