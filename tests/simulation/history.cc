// What clients did, were told and saw, and whether it can all be true.
#include "tests/simulation/history.h"

#include "base/limits.h"
#include "rebond/v1/frame.pb.h"

namespace rebond::sim {
namespace {

std::string name(DeviceNumber device, CommandNumber number) {
  return "command " + std::to_string(number) + " of device " + std::to_string(device);
}

std::string who(int client) {
  return "client " + std::to_string(client);
}

/// One who asks too late is told less: accepted, and not where.
bool same(const Outcome& first, const Outcome& second) {
  return first.accepted == second.accepted &&
         (first.seq == second.seq || first.seq == 0 || second.seq == 0) &&
         (first.ids == second.ids || first.seq == 0 || second.seq == 0) &&
         first.rejection.code() == second.rejection.code();
}

}  // namespace

void History::sent(DeviceNumber device, CommandNumber number, const v1::Command& command) {
  sent_[{device, number}].words = words_of(command);
}

void History::told(DeviceNumber device, const Outcome& outcome) {
  Sent& sent = sent_[{device, outcome.number}];
  if (sent.outcome) {
    if (!same(*sent.outcome, outcome)) {
      trouble(name(device, outcome.number) + " was told two outcomes");
    }
    return;
  }
  sent.outcome = outcome;
  accepted_ += outcome.accepted ? 1 : 0;
}

void History::seen(int client, const v1::Entry& entry) {
  const auto [known, first] = seen_.emplace(entry.seq(), entry.SerializeAsString());
  if (!first && known->second != entry.SerializeAsString()) {
    trouble(who(client) + " saw another entry " + std::to_string(entry.seq()) + " than others did");
  }
}

void History::holds(int client, Seq seq, const std::string& digest) {
  const auto [known, first] = held_.emplace(seq, digest);
  if (first) return;
  chronicle_.counted(Event::kDigestCompared);
  if (known->second != digest) {
    trouble(who(client) + " holds another café after entry " + std::to_string(seq));
  }
}

void History::trouble(const std::string& what) {
  if (verdict_.empty()) verdict_ = what;
}

void History::checkpoint(const Journal& journal, const CafeId& cafe) {
  const Result<void> read = journal.read(cafe, model_.seq(), [&](Seq, std::string_view bytes) {
    v1::ServerFrame frame;
    if (!frame.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return false;
    take(frame.entries(0));
    return true;
  });
  if (!read) trouble(describe(read.error()));
  chronicle_.counted(Event::kCheckpoint);
  const auto held = held_.find(model_.seq());
  if (held != held_.end() && held->second != model_.digest()) {
    trouble("a client holds another café than the model after entry " +
            std::to_string(model_.seq()));
  }
}

void History::take(const v1::Entry& entry) {
  if (!model_.apply(entry)) {
    trouble("entry " + std::to_string(entry.seq()) + " does not fit the model");
  }
  const auto last = last_entries_.find(entry.device());
  if (last != last_entries_.end() && entry.seq() > last->second) {
    trouble("a device wrote entry " + std::to_string(entry.seq()) + " without access");
  }
  for (const v1::Change& change : entry.changes()) {
    if (change.text().has_fold()) chronicle_.counted(Event::kFold);
  }
  if (entry.device() == 0) unsigned_.emplace(entry.seq(), entry);
  if (entry.device() != 0 &&
      !entries_.emplace(Key{entry.device(), entry.command()}, entry).second) {
    trouble(name(entry.device(), entry.command()) + " was applied twice");
  }
}

std::string History::check(const Journal& journal, const CafeId& cafe) {
  checkpoint(journal, cafe);
  // The disk is read once more from the beginning: what it said before, it must still say.
  Seq last = 0;
  const Result<void> read = journal.read(cafe, 0, [&](Seq seq, std::string_view bytes) {
    last = seq;
    v1::ServerFrame frame;
    const auto known = seen_.find(seq);
    if (!frame.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) ||
        (known != seen_.end() && known->second != frame.entries(0).SerializeAsString())) {
      trouble("entry " + std::to_string(seq) + " is not what was seen");
    }
    return true;
  });
  if (!read) trouble(describe(read.error()));
  if (!seen_.empty() && seen_.rbegin()->first > last) {
    trouble("entry " + std::to_string(seen_.rbegin()->first) + " was seen and is lost");
  }
  if (model_.seq() > last) {
    trouble("entry " + std::to_string(model_.seq()) + " was durable and is lost");
  }
  for (const auto& [key, sent] : sent_) check_outcome(key, sent);
  if (const Result<StoredCafe> stored = journal.load(cafe)) check_private(*stored);
  return verdict_.empty() ? model_.digest() : "";
}

void History::check_outcome(const Key& key, const Sent& sent) {
  const auto entry = entries_.find(key);
  const bool there = entry != entries_.end();
  const std::string command = name(key.first, key.second);
  // Words that are there are looked up even when nobody was told.
  if (there) check_words(key, sent.words, entry->second);
  if (!sent.outcome) return;
  const Outcome& outcome = *sent.outcome;
  if (!outcome.accepted && there) trouble(command + " was rejected and is in the journal");
  if (!outcome.accepted || outcome.seq == 0) return;
  if (!there) return check_unsigned(key, sent);
  if (entry->second.seq() != outcome.seq) {
    trouble(command + " was acknowledged as entry " + std::to_string(outcome.seq) +
            " and is not there");
  }
}

void History::check_unsigned(const Key& key, const Sent& sent) {
  const Outcome& outcome = *sent.outcome;
  const std::string command = name(key.first, key.second);
  const auto entry = unsigned_.find(outcome.seq);
  if (entry == unsigned_.end()) {
    return trouble(command + " was acknowledged as entry " + std::to_string(outcome.seq) +
                   " and is not there");
  }
  if (!claimed_.insert(outcome.seq).second) {
    trouble("entry " + std::to_string(outcome.seq) + " is the outcome of two commands");
  }
  Words words = sent.words;
  if (!words.runs.empty() && outcome.ids.size() >= 2) {
    words.runs[0].text = outcome.ids[0];
    words.runs[0].run = outcome.ids[1];
  }
  check_words(key, words, entry->second);
}

void History::check_words(const Key& key, const Words& words, const v1::Entry& entry) {
  for (const WrittenRun& written : words.runs) {
    const Found found = find_words(written, entry, model_);
    chronicle_.counted(Event::kCharacterChecked, found.characters);
    if (!found.trouble.empty()) {
      trouble("the words of " + name(key.first, key.second) + " " + found.trouble);
    }
  }
  if (entry.SerializeAsString().find(words.in_record) == std::string::npos) {
    trouble("the words of " + name(key.first, key.second) + " are not in its entry");
  }
}

void History::check_private(const StoredCafe& stored) {
  std::map<DeviceNumber, std::size_t> outcomes;
  std::map<Id, std::string> salvaged;
  for (const PrivateWrite& record : stored.private_records) {
    if (record.kind == v1::PRIVATE_KIND_OUTCOME) ++outcomes[device_of(record.id)];
    v1::SalvageRecord salvage;
    if (record.kind == v1::PRIVATE_KIND_SALVAGE && salvage.ParseFromString(*record.record)) {
      salvaged[record.id] = salvage.text();
    }
  }
  for (const auto& [device, kept] : outcomes) {
    if (kept > kOutcomesKept) {
      trouble("device " + std::to_string(device) + " has " + std::to_string(kept) +
              " outcomes on the disk");
    }
  }
  for (const auto& [key, sent] : sent_) {
    if (sent.words.salvaged.empty() || !sent.outcome || !sent.outcome->accepted) continue;
    chronicle_.counted(Event::kSalvage);
    if (salvaged[make_id(key.first, key.second)] != sent.words.salvaged) {
      trouble("the salvaged words of " + name(key.first, key.second) + " are lost");
    }
  }
}

}  // namespace rebond::sim
