// What clients did, were told and saw, and whether it can all be true.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "clients/cpp/outcome.h"
#include "live/journal.h"
#include "rebond/v1/command.pb.h"
#include "rebond/v1/entry.pb.h"
#include "tests/simulation/chronicle.h"
#include "tests/simulation/model.h"
#include "tests/simulation/words.h"

namespace rebond::sim {

/// Collects while the world runs; the first thing that cannot be true is kept as the verdict.
class History {
 public:
  explicit History(Chronicle& chronicle) : chronicle_(chronicle) {}

  void sent(DeviceNumber device, CommandNumber number, const v1::Command& command);
  /// A session, or an answer to a command that was sent again, tells an outcome.
  void told(DeviceNumber device, const Outcome& outcome);
  void seen(int client, const v1::Entry& entry);
  /// A client has applied everything up to `seq` and holds this digest (DG5).
  void holds(int client, Seq seq, const std::string& digest);
  /// The device has no access any more: it can have written nothing after that entry.
  void last_entry_of(DeviceNumber device, Seq seq) { last_entries_.emplace(device, seq); }
  void trouble(const std::string& what);

  /// Lets the model catch up with the disk, and compares it with the clients where they are.
  void checkpoint(const Journal& journal, const CafeId& cafe);

  /// Holds the history against what is on the disk in the end (P1, P2, P3, P4). Returns the digest
  /// of the model after the last entry; empty when something is wrong.
  std::string check(const Journal& journal, const CafeId& cafe);

  /// Empty while everything can be true.
  const std::string& verdict() const { return verdict_; }

  std::size_t commands() const { return sent_.size(); }
  std::size_t accepted() const { return accepted_; }

 private:
  using Key = std::pair<DeviceNumber, CommandNumber>;
  struct Sent {
    Words words;
    std::optional<Outcome> outcome;
  };

  void take(const v1::Entry& entry);
  void check_outcome(const Key& key, const Sent& sent);
  void check_unsigned(const Key& key, const Sent& sent);
  void check_words(const Key& key, const Words& words, const v1::Entry& entry);
  void check_private(const StoredCafe& stored);

  Chronicle& chronicle_;
  std::map<Key, Sent> sent_;
  std::map<Seq, std::string> seen_;
  std::map<Seq, std::string> held_;
  std::map<DeviceNumber, Seq> last_entries_;
  std::size_t accepted_ = 0;
  std::string verdict_;

  /// What the disk has said so far.
  Model model_;
  std::map<Key, v1::Entry> entries_;
  /// The server's own, and those of people whom nobody is told of (AN2).
  std::map<Seq, v1::Entry> unsigned_;
  std::set<Seq> claimed_;
};

}  // namespace rebond::sim
