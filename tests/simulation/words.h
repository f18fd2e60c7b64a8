// The words that a command brings, and whether they are where they belong.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rebond/v1/command.pb.h"
#include "rebond/v1/entry.pb.h"
#include "tests/simulation/model.h"

namespace rebond::sim {

/// Characters that somebody wrote into a text, as one run.
struct WrittenRun {
  std::uint64_t text = 0;
  std::uint64_t run = 0;
  std::string characters;
};

/// The words of one command.
struct Words {
  std::vector<WrittenRun> runs;
  /// In a record, such as the name of a group: another command may replace them there.
  std::string in_record;
  /// Kept in private.
  std::string salvaged;
};

Words words_of(const v1::Command& command);

/// What became of the characters of a run.
struct Found {
  /// Empty when each is there, with its author and device.
  std::string trouble;
  std::size_t characters = 0;
  std::size_t folded = 0;
};

/// Looks every character up in the model; a folded one must be in `entry`, which brought it.
Found find_words(const WrittenRun& written, const v1::Entry& entry, const Model& model);

}  // namespace rebond::sim
