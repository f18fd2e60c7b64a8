// rebond support: dots, a limited number each.
#include "clients/cli/acts.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string card;
  std::uint32_t dots = 1;
  std::optional<std::uint32_t> dots_each;
  std::optional<bool> blind;
};

std::vector<Row> result(const State& state) {
  std::vector<Row> rows;
  state.records().each<v1::Support>([&](Id id, const v1::Support& support) {
    rows.push_back(Row{{std::to_string(support.dots()), std::to_string(support.voters()),
                        state.text(id).visible()},
                       row_json(id, support, state)});
  });
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.json["dots"] > b.json["dots"]; });
  return rows;
}

Deed set_support(const Options& options, bool open) {
  Deed deed;
  v1::SetSupport& set = *deed.command.mutable_set_support();
  set.set_open(open);
  if (options.blind) set.set_blind(*options.blind);
  if (options.dots_each) set.set_dots_each(*options.dots_each);
  return deed;
}

Result<Deed> cast(const Options& options, ClientSession& session) {
  const Result<Id> card = find_card(session.state(), options.card);
  if (!card) return card.error();
  Deed deed{{}, "card", *card};
  deed.command.mutable_cast_support()->set_card(*card);
  deed.command.mutable_cast_support()->set_dots(options.dots);
  return deed;
}

}  // namespace

void offer_support(CLI::App& app, Job& job) {
  Acts acts(
      app, job, "support", "Open and close support, give dots, show the result",
      "  rebond support @facilitator open --blind true --dots 3\n"
      "  rebond support @captain-1 cast t1.5 2\n"
      "  rebond support @facilitator close\n"
      "  rebond support @screen list\n"
      "Dots are absolute: the last number that you give an idea counts. A line of the list is\n"
      "dots, how many gave some, and words.");
  const auto options = std::make_shared<Options>();
  acts.list("list", "Show the ideas by their support", result);
  auto* open =
      acts.send("open", "People may give their dots",
                [options](ClientSession&) -> Result<Deed> { return set_support(*options, true); });
  open->add_option("--dots", options->dots_each, "How many each person has")->type_name("N");
  open->add_option("--blind", options->blind, "The result is told only at the end");
  acts.send("close", "The result stands",
            [options](ClientSession&) -> Result<Deed> { return set_support(*options, false); });
  auto* casting = acts.send("cast", "Give an idea so many dots",
                            [options](ClientSession& session) { return cast(*options, session); });
  casting->add_option("CARD", options->card, "An id, or the plan's name")
      ->required()
      ->type_name("");
  casting->add_option("DOTS", options->dots, "How many; 0 takes them back")
      ->required()
      ->type_name("");
}

}  // namespace rebond::cli
