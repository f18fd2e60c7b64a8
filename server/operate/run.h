// The subcommands of rebond-server, from the command line to the exit code.
#pragma once

#include "operate/command_line.h"

namespace rebond::operate {

/// Carries a subcommand out and prints what became of it: 0 done, 1 failed or trouble found, 2
/// wrong command line.
int run(int argc, const char* const* argv);

}  // namespace rebond::operate
