// Several lives of a journal on one disk, made by a seed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "tests/power_cut/life.h"

namespace rebond::power_cut {

/// What many stories did.
struct Totals {
  std::size_t cuts = 0;
  std::size_t cuts_while_opening = 0;
  std::size_t requests = 0;
  std::size_t acknowledged = 0;
  CutDamage damage;

  void add(const Life& life, const Promise& promise);
};

/// Five lives, each ended by a power cut, in folders below `root`. Threads of RocksDB take part, so
/// a seed gives the same requests and nearly the same cuts. Returns what is wrong; empty when
/// nothing is.
std::string run_story(std::uint64_t seed, Fault fault, const std::filesystem::path& root,
                      Totals& totals);

}  // namespace rebond::power_cut
