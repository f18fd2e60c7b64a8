// The commands of `rebond`; each has a file of its own in this folder.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "clients/cli/exit.h"

namespace rebond::cli {

/// What the chosen command does; set while the command line is read, run by main.
using Job = std::function<Exit()>;

// Each adds a subcommand to `app`. `job` must outlive the parsing.
void offer_create(CLI::App& app, Job& job);
void offer_cafe(CLI::App& app, Job& job);
void offer_play(CLI::App& app, Job& job);
void offer_watch(CLI::App& app, Job& job);
void offer_add(CLI::App& app, Job& job);
void offer_link(CLI::App& app, Job& job);
void offer_group(CLI::App& app, Job& job);
void offer_step(CLI::App& app, Job& job);
void offer_round(CLI::App& app, Job& job);
void offer_access(CLI::App& app, Job& job);
void offer_state(CLI::App& app, Job& job);
void offer_export(CLI::App& app, Job& job);
void offer_simulate(CLI::App& app, Job& job);

}  // namespace rebond::cli
