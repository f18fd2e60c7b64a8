// The plan of a café: what somebody prepared before people come.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rebond/v1/record.pb.h"

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

/// A step of a script of people's own.
struct PlannedStep {
  /// Everything but position and round.
  v1::Step step;
  /// A round runs in it.
  bool has_round = false;
  std::string question;
};

/// Somebody who is expected. Others are named by their place in the plan, from 0.
struct PlannedPerson {
  /// The plan's own name of the person.
  std::string id;
  std::string name;
  std::string group;
  bool remote = false;
  /// 1-based places of tables; 0: none.
  std::uint32_t captain = 0;
  std::uint32_t stays = 0;
  std::vector<std::size_t> together;
  std::vector<std::size_t> apart;
};

struct Plan {
  std::string theme;
  std::string objective;
  std::string organisation;
  /// BCP 47, such as "fr" or "en".
  std::string language = "fr";
  std::string place;
  /// ISO 8601.
  std::string date;
  std::vector<std::string> keywords;
  /// The question of each round; there are at least as many rounds as questions.
  std::vector<std::string> questions;
  std::uint32_t rounds = 3;
  /// How long a round is meant to last; 0: not said.
  std::uint32_t round_minutes = 0;
  /// Instead of the built-in script; empty: the built-in one.
  std::vector<PlannedStep> script;
  std::vector<PlannedTable> tables;
  std::vector<PlannedPerson> people;
  std::vector<v1::Task> tasks;
  std::vector<v1::CostLine> costs;
  std::uint32_t programme_cafes = 0;
  std::uint32_t employees_each = 0;
  std::uint32_t tenants_each = 0;
  /// Dots of support that each person has; 0: as many as usual.
  std::uint32_t dots_each = 0;
  /// Carried over from an earlier café.
  std::vector<PlannedIdea> carried_ideas;
  std::vector<v1::Action> carried_actions;

  std::size_t ideas() const;
};

/// Reads a plan from JSON, as docs/plan.schema.json says: only `tables` with their names and ideas
/// must be there, fields that it does not know are ignored, a byte order mark at the start too.
/// Fails with the field and the remedy.
Result<Plan> parse_plan(std::string_view json);

}  // namespace rebond
