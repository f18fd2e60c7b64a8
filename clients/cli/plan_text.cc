// A rotation plan as the terminal prints it.
#include "clients/cli/plan_text.h"

#include <map>

#include "method/rotation_words.h"

namespace rebond::cli {
namespace {

// More colours than that nobody can tell apart.
constexpr std::size_t kColoursMax = 12;

/// People at each table, in the order of the plan.
std::vector<std::vector<Id>> tables_of(const RotationRound& round, std::size_t tables) {
  std::vector<std::vector<Id>> people(tables);
  for (const RotationSeat& seat : round) people[seat.table - 1].push_back(seat.person);
  return people;
}

std::string joined(const std::vector<Id>& people, const std::vector<std::string>& names,
                   const char* between) {
  std::string text;
  for (const Id person : people) text += (text.empty() ? "" : between) + names[person - 1];
  return text;
}

std::string rule_text(const RotationRule& rule, const PlanNames& names) {
  std::map<std::uint32_t, std::vector<Id>> people;
  for (const RotationRule::Seat& seat : rule.colours) people[seat.colour].push_back(seat.person);
  const std::vector<std::string> lines = rule_in_words(rule, "en");
  std::string text =
      "\n\nWithout a device: everybody has a colour, and after the last table comes "
      "the first.";
  for (std::size_t colour = 0; colour < lines.size(); ++colour) {
    text += "\n  " + lines[colour] + "  (" +
            joined(people[static_cast<std::uint32_t>(colour)], names.names, ", ") + ")";
  }
  return text;
}

}  // namespace

std::string plan_as_json(const RotationPlan& plan, std::size_t tables, const PlanNames& names) {
  std::string rounds;
  for (const RotationRound& round : plan.rounds) {
    std::string seats;
    for (const std::vector<Id>& people : tables_of(round, tables)) {
      seats += (seats.empty() ? "[" : ",[") + joined(people, names.json_ids, ",") + "]";
    }
    rounds += (rounds.empty() ? "[" : ",[") + seats + "]";
  }
  return "{\"rounds\":[" + rounds + "],\"repeats\":" + std::to_string(plan.score.repeats) +
         ",\"revisits\":" + std::to_string(plan.score.revisits) +
         ",\"optimal\":" + (plan.optimal ? "true" : "false") + "}";
}

std::string plan_as_text(const RotationPlan& plan, std::size_t tables, const PlanNames& names) {
  std::string text;
  for (std::size_t r = 0; r < plan.rounds.size(); ++r) {
    text += (r == 0 ? "Round " : "\nRound ") + std::to_string(r + 1) + "\n";
    const std::vector<std::vector<Id>> people = tables_of(plan.rounds[r], tables);
    for (std::size_t t = 0; t < tables; ++t) {
      text +=
          "  table " + std::to_string(t + 1) + "  " + joined(people[t], names.names, ", ") + "\n";
    }
  }
  text += "\n";
  const std::vector<std::string> words = score_in_words(plan, "en");
  for (std::size_t i = 0; i < words.size(); ++i) text += (i == 0 ? "" : "; ") + words[i];
  text += ".";
  const bool followable =
      plan.rule && plan.rounds.size() > 1 && plan.rule->steps.size() <= kColoursMax;
  return followable ? text + rule_text(*plan.rule, names) : text;
}

}  // namespace rebond::cli
