// What a subcommand came to.
#pragma once

#include "operate/command_line.h"
#include "operate/order.h"

namespace rebond::operate {

/// The document, the same for a person, and whether it found no trouble.
struct Outcome {
  Json json;
  std::string text;
  bool good = true;
};

// What the store does by itself on a folder that no server holds. Each blocks.
Result<Outcome> restore(const Command& command, const RestoreCommand& what);
Result<Outcome> check(const Command& command);
Result<Outcome> salvage(const Command& command, const SalvageCommand& what);

}  // namespace rebond::operate
