// Many people writing at once, for a first idea of what a server bears.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "clients/cli/arguments.h"
#include "clients/cli/exit.h"

namespace rebond::cli {

struct CrowdOptions {
  std::size_t clients = 38;
  /// Ideas a second, all clients together.
  double rate = 20;
  double seconds = 10;
};

/// What became of a crowd's ideas.
struct CrowdReport {
  std::size_t sent = 0;
  std::size_t acknowledged = 0;
  /// By name of the rejection.
  std::map<std::string, std::size_t> rejected;
  /// Milliseconds from the moment at which an idea was due to its acknowledgement, sorted.
  std::vector<double> latencies_ms;
  /// The state on which the clients agree; empty when they do not.
  std::string digest;

  bool all_well() const { return acknowledged == sent && !digest.empty(); }
  /// The latency that `share` of the ideas did not exceed; 0 when there is none.
  double latency_ms(double share) const;
};

/// Lets the captains and, for the rest, participants write at their tables in turn, at a steady
/// rate that does not wait for the server. The exit says when it could not be carried out.
Exit run_crowd(const CafeLinkSet& links, const CrowdOptions& options, CrowdReport& report);

}  // namespace rebond::cli
