// Options and examples that several commands share.
#include "clients/cli/options.h"

namespace rebond::cli {

CLI::Option* add_link_argument(CLI::App& command, std::string& link) {
  return command
      .add_option("LINK", link,
                  "The link of a role, @FILE that holds it, or - for standard input\n"
                  "(so that its token does not show in the list of processes)")
      ->required()
      ->type_name("");
}

CLI::Option* add_timeout_option(CLI::App& command, double& seconds, const std::string& help) {
  return command.add_option("--timeout", seconds, help)
      ->type_name("SECONDS")
      ->capture_default_str()
      ->check(CLI::Range(0.1, 86'400.0));
}

void add_examples(CLI::App& command, const std::string& examples) {
  command.footer("\nExamples:\n" + examples);
}

}  // namespace rebond::cli
