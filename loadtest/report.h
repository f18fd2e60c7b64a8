// The result of a run: a table for people, JSON for scripts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "loadtest/tally.h"
#include "loadtest/usage.h"

namespace rebond::loadtest {

struct Report {
  std::string scenario;
  /// What was done, in words.
  std::string about;
  std::uint64_t clients = 0;
  /// How long the load lasted.
  double seconds = 0;
  std::uint64_t expected = 0;
  Tally tally;
  /// Used during the load, not by setting up; the server's is 0 unless we started it.
  double own_cpu_seconds = 0;
  double server_cpu_seconds = 0;
  /// Of the server before and after the clients came, when we started it.
  std::uint64_t server_bytes_before = 0;
  std::uint64_t server_bytes_after = 0;
  /// What was scaled down or is to be borne in mind.
  std::vector<std::string> notes;

  /// Everything that was sent was acknowledged and reached everybody.
  bool all_well() const;
};

std::string as_text(const Report& report);
std::string as_json(const Report& report);

}  // namespace rebond::loadtest
