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
void offer_plan(CLI::App& app, Job& job);
void offer_converge(CLI::App& app, Job& job);
void offer_script(CLI::App& app, Job& job);
void offer_table(CLI::App& app, Job& job);
void offer_person(CLI::App& app, Job& job);
void offer_seats(CLI::App& app, Job& job);
void offer_suggest(CLI::App& app, Job& job);
void offer_synthesis(CLI::App& app, Job& job);
void offer_expert(CLI::App& app, Job& job);
void offer_support(CLI::App& app, Job& job);
void offer_action(CLI::App& app, Job& job);
void offer_evaluation(CLI::App& app, Job& job);
void offer_task(CLI::App& app, Job& job);
void offer_show(CLI::App& app, Job& job);
void offer_settings(CLI::App& app, Job& job);
void offer_announce(CLI::App& app, Job& job);
void offer_idea(CLI::App& app, Job& job);
void offer_merge(CLI::App& app, Job& job);
void offer_cost(CLI::App& app, Job& job);
void offer_draft(CLI::App& app, Job& job);

}  // namespace rebond::cli
