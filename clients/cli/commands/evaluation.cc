// rebond evaluation: three questions on leaving.
#include "clients/cli/acts.h"

namespace rebond::cli {
namespace {

struct Options {
  std::vector<std::uint32_t> answers;
  bool for_guest = false;
};

std::vector<Row> result(const State& state) {
  std::vector<Row> rows;
  state.records().each<v1::Evaluation>([&](Id id, const v1::Evaluation& evaluation) {
    rows.push_back(Row{{std::to_string(id), std::to_string(evaluation.no()),
                        std::to_string(evaluation.partly()), std::to_string(evaluation.yes())},
                       row_json(id, evaluation)});
  });
  return rows;
}

}  // namespace

void offer_evaluation(CLI::App& app, Job& job) {
  Acts acts(
      app, job, "evaluation", "Answer the three questions on leaving, show the answers",
      "  rebond evaluation @captain-1 answer 3 3 2 --for-guest\n"
      "  rebond evaluation @screen list\n"
      "1 is no, 2 partly, 3 yes, 0 no answer. A line of the list is question, no, partly, yes.");
  const auto options = std::make_shared<Options>();
  acts.list("list", "Show how many answered what", result);
  auto* answer = acts.send("answer", "Answer; answering again replaces",
                           [options](ClientSession&) -> Result<Deed> {
                             Deed deed;
                             v1::Evaluate& evaluate = *deed.command.mutable_evaluate();
                             for (const std::uint32_t one : options->answers) {
                               evaluate.add_answers(one);
                             }
                             evaluate.set_for_guest(options->for_guest);
                             return deed;
                           });
  answer->add_option("ANSWERS", options->answers, "Three numbers")
      ->required()
      ->expected(3)
      ->type_name("")
      ->check(CLI::Range(0, 3));
  answer->add_flag("--for-guest", options->for_guest, "For one more person without a device");
}

}  // namespace rebond::cli
