// What clients asked for, were told and saw, to be held against what the server has in the end.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "clients/cpp/outcome.h"
#include "rebond/v1/entry.pb.h"

namespace rebond::crash {

/// A history in the sense of Jepsen. The first things that cannot be true are kept as findings.
class Ledger {
 public:
  /// A client asked for something, with the words that it brings (empty: none).
  void invoked(DeviceNumber device, CommandNumber number, std::string words);
  void told(DeviceNumber device, const Outcome& outcome);
  void saw(int client, const v1::Entry& entry);
  /// A client holds this digest after entry `seq`.
  void holds(int client, Seq seq, const std::string& digest);
  /// A client was given that number (HS3): its own, and always the same.
  void numbered(int client, DeviceNumber device);
  void finding(std::string what);

  /// The whole history, as the server tells it at last, in order.
  void check(const std::vector<v1::Entry>& history);

  const std::vector<std::string>& findings() const { return findings_; }
  std::size_t invoked_count() const { return commands_.size(); }
  std::size_t accepted() const { return accepted_; }
  std::size_t rejected() const { return rejected_; }
  std::size_t seen() const { return seen_count_; }
  std::size_t digests_compared() const { return digests_compared_; }

 private:
  using Key = std::pair<DeviceNumber, CommandNumber>;
  struct Command {
    std::string words;
    std::optional<Outcome> outcome;
  };

  void check_command(const Key& key, const Command& command,
                     const std::map<Key, v1::Entry>& applied);

  std::map<Key, Command> commands_;
  std::map<Seq, std::string> seen_;
  std::map<Seq, std::string> held_;
  std::map<int, DeviceNumber> numbers_;
  std::vector<std::string> findings_;
  std::size_t accepted_ = 0;
  std::size_t rejected_ = 0;
  std::size_t seen_count_ = 0;
  std::size_t digests_compared_ = 0;
};

}  // namespace rebond::crash
