// rebond seats: the plan of who sits where in the rounds to come.
#include "clients/cli/acts.h"

namespace rebond::cli {
namespace {

struct Options {
  bool automatic = false;
  bool return_home = false;
  std::uint64_t seed = 0;
};

std::vector<Row> seats(const State& state) {
  std::map<std::uint32_t, Row> rows;
  state.records().each<v1::PlannedRound>([&](Id id, const v1::PlannedRound& planned) {
    const v1::Round* round = state.find<v1::Round>(id);
    if (round == nullptr) return;
    std::map<std::uint32_t, std::string> tables;
    const int count = std::min(planned.people_size(), planned.tables_size());
    for (int i = 0; i < count; ++i) {
      std::string& people = tables[planned.tables(i)];
      people += (people.empty() ? "" : " ") + std::to_string(planned.people(i));
    }
    Row row{{"round " + std::to_string(round->number())}, row_json(id, planned)};
    row.json["round"] = round->number();
    for (const auto& [number, people] : tables) {
      row.cells.push_back(std::to_string(number) + ": " + people);
    }
    rows.emplace(round->number(), std::move(row));
  });
  std::vector<Row> in_order;
  for (auto& [number, row] : rows) in_order.push_back(std::move(row));
  return in_order;
}

std::string score_in_words(const v1::SeatPlan& plan) {
  if (plan.made_seq() == 0) return "no plan yet";
  std::string words = std::to_string(plan.encounters_median()) + " encounters each (at least " +
                      std::to_string(plan.encounters_least()) + "), ";
  words += plan.repeats() == 0 ? "nobody meets twice"
                               : std::to_string(plan.repeats()) + " meetings again";
  words += plan.revisits() == 0 ? ", no table twice"
                                : ", " + std::to_string(plan.revisits()) + " tables again";
  return words + (plan.optimal() ? "; no plan is better" : "");
}

std::vector<Row> score(const State& state) {
  const v1::SeatPlan* plan = state.find<v1::SeatPlan>(1);
  const v1::SeatPlan none;
  if (plan == nullptr) plan = &none;
  return {
      Row{{plan->trouble().empty() ? score_in_words(*plan) : plan->trouble()}, row_json(1, *plan)}};
}

}  // namespace

void offer_seats(CLI::App& app, Job& job) {
  Acts acts(app, job, "seats", "Ask for a plan of seats and show it",
            "  rebond seats @facilitator plan --automatic\n"
            "  rebond seats @screen list\n"
            "  rebond seats @screen score");
  const auto options = std::make_shared<Options>();
  acts.list("list", "Show who is to sit where, a line a round: table: people", seats);
  acts.list("score", "Say how good the plan is", score);
  auto* plan = acts.send("plan", "Ask the server for a plan of the rounds to come",
                         [options](ClientSession&) -> Result<Deed> {
                           Deed deed;
                           v1::PlanSeats& wish = *deed.command.mutable_plan_seats();
                           wish.set_automatic(options->automatic);
                           wish.set_return_home(options->return_home);
                           wish.set_seed(options->seed);
                           return deed;
                         });
  plan->add_flag("--automatic", options->automatic, "Plan again as people come, go and sit down");
  plan->add_flag("--return-home", options->return_home,
                 "The last round brings people back to their first table");
  plan->add_option("--seed", options->seed, "Another one gives another plan");
}

}  // namespace rebond::cli
