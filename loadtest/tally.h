// What a run has counted so far.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/ids.h"
#include "loadtest/histogram.h"

namespace rebond::loadtest {

using SteadyClock = std::chrono::steady_clock;
using Moment = SteadyClock::time_point;

/// All clients of a run share one; latencies count from the moment at which a command was due, so
/// that a stall of the server, or of ours, is not hidden.
struct Tally {
  std::uint64_t sent = 0;
  std::uint64_t acknowledged = 0;
  std::uint64_t rejected = 0;
  /// How often by code and field, such as "ROUND_CLOSED add_card".
  std::map<std::string, std::uint64_t> rejections;
  /// Entries of ours that reached a client, counted for each client.
  std::uint64_t received = 0;
  /// Microseconds from due to acknowledged at the writer, and to received at anybody.
  Histogram to_writer;
  Histogram to_reader;
  /// The first thing that went wrong; empty: nothing did.
  std::string trouble;

  /// Everything has its outcome, and what was accepted has reached `clients` clients.
  bool complete(std::uint64_t clients) const {
    return acknowledged + rejected == sent && received >= acknowledged * clients;
  }

  void expect(DeviceNumber device, CommandNumber command, Moment due) {
    due_.emplace(make_id(device, command), due);
    ++sent;
  }

  /// Microseconds since that command was due; none when it is not one of ours.
  std::optional<std::uint64_t> since_due(DeviceNumber device, CommandNumber command) const {
    const auto found = due_.find(make_id(device, command));
    if (found == due_.end()) return std::nullopt;
    const auto waited = SteadyClock::now() - found->second;
    return static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(waited).count());
  }

 private:
  std::unordered_map<std::uint64_t, Moment> due_;
};

}  // namespace rebond::loadtest
