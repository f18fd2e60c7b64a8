// Options and examples that several commands share.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace rebond::cli {

/// LINK, the first argument of most commands.
CLI::Option* add_link_argument(CLI::App& command, std::string& link);

/// --timeout SECONDS; the value that `seconds` has is the default.
CLI::Option* add_timeout_option(CLI::App& command, double& seconds, const std::string& help);

/// Shown under the options of `rebond COMMAND --help`.
void add_examples(CLI::App& command, const std::string& examples);

}  // namespace rebond::cli
