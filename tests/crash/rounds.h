// Rounds of load and kill -9 against the real server, and the reckoning after them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rebond::crash {

struct RoundsOptions {
  /// The programs rebond-server and rebond.
  std::string server;
  std::string terminal;
  std::size_t rounds = 8;
  std::uint64_t seed = 1;
  /// Between two rounds an older copy of the data folder is put back: it must be found.
  bool plant_old_folder = false;
};

struct RoundsReport {
  /// What cannot be true; empty when nothing was lost, doubled or changed.
  std::vector<std::string> findings;
  std::size_t rounds = 0;
  /// kill -9, by the moment.
  std::size_t kills_writing = 0;
  std::size_t kills_after_start = 0;
  std::size_t kills_opening = 0;
  std::size_t clients = 0;
  std::size_t invoked = 0;
  std::size_t accepted = 0;
  std::size_t rejected = 0;
  std::size_t entries = 0;
  std::size_t seen = 0;
  std::size_t digests_compared = 0;
};

/// Plays them: the same seed makes the same choices, at moments that the machine decides.
RoundsReport play_rounds(const RoundsOptions& options);

}  // namespace rebond::crash
