// What clients did, were told and saw, and whether it can all be true.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "clients/cpp/outcome.h"
#include "live/journal.h"
#include "rebond/v1/command.pb.h"
#include "rebond/v1/entry.pb.h"

namespace rebond::sim {

/// Collects while the world runs; the first thing that cannot be true is kept as the verdict.
class History {
 public:
  void sent(DeviceNumber device, CommandNumber number, const v1::Command& command);
  void told(DeviceNumber device, const Outcome& outcome);
  void seen(int client, const v1::Entry& entry);
  void trouble(const std::string& what);

  /// Holds the history against what is on the disk in the end (P1, P2, P3). Returns the digest of
  /// the model after the last entry; empty when something is wrong.
  std::string check(const Journal& journal, const CafeId& cafe);

  /// Empty while everything can be true.
  const std::string& verdict() const { return verdict_; }

  std::size_t commands() const { return sent_.size(); }
  std::size_t accepted() const { return accepted_; }

 private:
  using Key = std::pair<DeviceNumber, CommandNumber>;
  struct Sent {
    std::string words;
    std::optional<Outcome> outcome;
  };

  void check_seen(const v1::Entry& entry);
  void check_outcomes(const std::map<Key, v1::Entry>& entries);

  std::map<Key, Sent> sent_;
  std::map<Seq, std::string> seen_;
  std::size_t accepted_ = 0;
  std::string verdict_;
};

}  // namespace rebond::sim
