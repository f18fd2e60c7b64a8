// rebond state: prints what a café holds now.
#include "clients/cli/arguments.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/options.h"
#include "clients/cli/output.h"
#include "clients/cli/state_json.h"
#include "clients/cli/stay.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string link;
  bool digest = false;
  double timeout = 10;
};

class StateStay final : public Stay {
 public:
  StateStay(const CafeLink& link, bool digest)
      : Stay(link, to_look(link), Retry::kAfterFirstWelcome), digest_(digest) {}

 protected:
  void on_live() override {
    const State& state = session().state();
    print_line(digest_ ? std::to_string(state.seq()) + " " + state.digest().hex()
                       : state_json(state, session().replica().epoch()));
    finish(done());
  }

 private:
  bool digest_;
};

Exit show_state(const Options& options) {
  const Result<CafeLink> link = read_link(options.link);
  if (!link) return exit_of(link.error());
  return StateStay(*link, options.digest).run(from_seconds(options.timeout));
}

}  // namespace

void offer_state(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("state", "Print what the café holds, as JSON");
  const auto options = std::make_shared<Options>();
  add_link_argument(*command, options->link);
  command->add_flag("--digest", options->digest,
                    "Only \"SEQ DIGEST\": equal for all who hold the same state");
  add_timeout_option(*command, options->timeout, "How long to wait for the state");
  add_examples(*command,
               "  rebond state @screen | jq -r '.cards[].text'\n"
               "  rebond state @screen --digest");
  command->callback([options, &job] { job = [options] { return show_state(*options); }; });
}

}  // namespace rebond::cli
