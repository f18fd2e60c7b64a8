// What clients did, were told and saw, and whether it can all be true.
#include "tests/simulation/history.h"

#include "rebond/v1/frame.pb.h"
#include "tests/simulation/model.h"

namespace rebond::sim {
namespace {

std::string name(DeviceNumber device, CommandNumber number) {
  return "command " + std::to_string(number) + " of device " + std::to_string(device);
}

/// The words of a command that have to be in its entry.
std::string words_of(const v1::Command& command) {
  if (command.has_add_card()) return command.add_card().text();
  if (command.has_edit_text()) {
    return command.edit_text().edits(command.edit_text().edits_size() - 1).insert().characters();
  }
  return "";
}

}  // namespace

void History::sent(DeviceNumber device, CommandNumber number, const v1::Command& command) {
  sent_[{device, number}].words = words_of(command);
}

void History::told(DeviceNumber device, const Outcome& outcome) {
  Sent& sent = sent_[{device, outcome.number}];
  if (sent.outcome) return trouble(name(device, outcome.number) + " was told two outcomes");
  sent.outcome = outcome;
  accepted_ += outcome.accepted ? 1 : 0;
}

void History::seen(int client, const v1::Entry& entry) {
  const auto [known, first] = seen_.emplace(entry.seq(), entry.SerializeAsString());
  if (!first && known->second != entry.SerializeAsString()) {
    trouble("client " + std::to_string(client) + " saw another entry " +
            std::to_string(entry.seq()) + " than others did");
  }
}

void History::trouble(const std::string& what) {
  if (verdict_.empty()) verdict_ = what;
}

std::string History::check(const Journal& journal, const CafeId& cafe) {
  Model model;
  std::map<Key, v1::Entry> entries;
  const Result<void> read = journal.read(cafe, 0, [&](Seq, std::string_view bytes) {
    v1::ServerFrame frame;
    if (!frame.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return false;
    const v1::Entry& entry = frame.entries(0);
    if (!model.apply(entry)) {
      trouble("entry " + std::to_string(entry.seq()) + " does not fit the model");
    }
    check_seen(entry);
    if (entry.device() != 0 &&
        !entries.emplace(Key{entry.device(), entry.command()}, entry).second) {
      trouble(name(entry.device(), entry.command()) + " was applied twice");
    }
    return true;
  });
  if (!read) trouble(describe(read.error()));
  if (!seen_.empty() && seen_.rbegin()->first > model.seq()) {
    trouble("entry " + std::to_string(seen_.rbegin()->first) + " was seen and is lost");
  }
  check_outcomes(entries);
  return verdict_.empty() ? model.digest() : "";
}

void History::check_seen(const v1::Entry& entry) {
  const auto known = seen_.find(entry.seq());
  if (known != seen_.end() && known->second != entry.SerializeAsString()) {
    trouble("entry " + std::to_string(entry.seq()) + " is not what was seen");
  }
}

void History::check_outcomes(const std::map<Key, v1::Entry>& entries) {
  for (const auto& [key, sent] : sent_) {
    const auto entry = entries.find(key);
    if (!sent.outcome) continue;
    const Outcome& outcome = *sent.outcome;
    if (!outcome.accepted && entry != entries.end()) {
      trouble(name(key.first, key.second) + " was rejected and is in the journal");
    }
    if (!outcome.accepted || outcome.seq == 0) continue;
    if (entry == entries.end() || entry->second.seq() != outcome.seq) {
      trouble(name(key.first, key.second) + " was acknowledged as entry " +
              std::to_string(outcome.seq) + " and is not there");
    } else if (entry->second.SerializeAsString().find(sent.words) == std::string::npos) {
      trouble("the words of " + name(key.first, key.second) + " are not in its entry");
    }
  }
}

}  // namespace rebond::sim
