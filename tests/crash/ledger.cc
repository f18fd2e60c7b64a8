// What clients asked for, were told and saw, to be held against what the server has in the end.
#include "tests/crash/ledger.h"

#include <algorithm>

namespace rebond::crash {
namespace {

constexpr std::size_t kFindingsMax = 5'000;

std::string name(DeviceNumber device, CommandNumber number) {
  return "command " + std::to_string(number) + " of device " + std::to_string(device);
}

}  // namespace

void Ledger::finding(std::string what) {
  if (findings_.size() < kFindingsMax) findings_.push_back(std::move(what));
}

void Ledger::invoked(DeviceNumber device, CommandNumber number, std::string words) {
  if (!commands_.emplace(Key{device, number}, Command{std::move(words), {}}).second) {
    finding(name(device, number) + " was given out twice");
  }
}

void Ledger::told(DeviceNumber device, const Outcome& outcome) {
  Command& command = commands_[{device, outcome.number}];
  if (command.outcome) return finding(name(device, outcome.number) + " was told two outcomes");
  command.outcome = outcome;
  ++(outcome.accepted ? accepted_ : rejected_);
}

void Ledger::saw(int client, const v1::Entry& entry) {
  ++seen_count_;
  const auto [known, first] = seen_.emplace(entry.seq(), entry.SerializeAsString());
  if (!first && known->second != entry.SerializeAsString()) {
    finding("client " + std::to_string(client) + " saw another entry " +
            std::to_string(entry.seq()) + " than was seen before");
  }
}

void Ledger::holds(int client, Seq seq, const std::string& digest) {
  const auto [known, first] = held_.emplace(seq, digest);
  if (first) return;
  ++digests_compared_;
  if (known->second != digest) {
    finding("client " + std::to_string(client) + " holds another café after entry " +
            std::to_string(seq));
  }
}

void Ledger::numbered(int client, DeviceNumber device) {
  for (const auto& [other, number] : numbers_) {
    if ((other == client) != (number == device)) {
      finding("clients " + std::to_string(other) + " and " + std::to_string(client) +
              " share or change a device number");
    }
  }
  numbers_[client] = device;
}

void Ledger::check(const std::vector<v1::Entry>& history) {
  std::map<Key, v1::Entry> applied;
  Seq expected = 0;
  for (const v1::Entry& entry : history) {
    if (entry.seq() != ++expected) finding("entry " + std::to_string(expected) + " is missing");
    const auto seen = seen_.find(entry.seq());
    if (seen != seen_.end() && seen->second != entry.SerializeAsString()) {
      finding("entry " + std::to_string(entry.seq()) + " is not what was seen");
    }
    if (entry.device() != 0 &&
        !applied.emplace(Key{entry.device(), entry.command()}, entry).second) {
      finding(name(entry.device(), entry.command()) + " was applied twice");
    }
  }
  for (auto lost = seen_.upper_bound(expected); lost != seen_.end(); ++lost) {
    finding("entry " + std::to_string(lost->first) + " was seen and is lost");
  }
  for (const auto& [key, command] : commands_) check_command(key, command, applied);
}

void Ledger::check_command(const Key& key, const Command& command,
                           const std::map<Key, v1::Entry>& applied) {
  const auto entry = applied.find(key);
  const bool there = entry != applied.end();
  const std::string who = name(key.first, key.second);
  if (there && entry->second.SerializeAsString().find(command.words) == std::string::npos) {
    finding("the words of " + who + " are not in its entry");
  }
  if (!command.outcome) return;
  if (!command.outcome->accepted) {
    if (there) finding(who + " was rejected and was applied");
  } else if (command.outcome->seq != 0 && (!there || entry->second.seq() != command.outcome->seq)) {
    finding(who + " was acknowledged as entry " + std::to_string(command.outcome->seq) +
            " and is lost");
  }
}

}  // namespace rebond::crash
