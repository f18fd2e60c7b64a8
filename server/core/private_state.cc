// What is never broadcast: who holds which token, device numbers, outcomes, names, votes, drafts.
#include "core/private_state.h"

#include <algorithm>

#include "base/hash.h"
#include "base/limits.h"

namespace rebond {
namespace {

/// Records that are only ever found by their id. One that cannot be read is kept out.
template <typename Record>
void keep(std::map<Id, Record>& records, const PrivateWrite& write) {
  Record record;
  if (!write.record || !record.ParseFromString(*write.record)) {
    records.erase(write.id);
    return;
  }
  records[write.id] = std::move(record);
}

}  // namespace

void PrivateState::apply(const PrivateWrite& write) {
  switch (write.kind) {
    case v1::PRIVATE_KIND_TOKEN:
      return apply_token(write);
    case v1::PRIVATE_KIND_DEVICE:
      return apply_device(write);
    case v1::PRIVATE_KIND_OUTCOME:
      return apply_outcome(write);
    case v1::PRIVATE_KIND_PERSON:
      return keep(people_, write);
    case v1::PRIVATE_KIND_SUPPORT:
      return keep(support_, write);
    case v1::PRIVATE_KIND_ANSWERS:
      return keep(answers_, write);
    case v1::PRIVATE_KIND_DRAFT:
      return keep(drafts_, write);
    case v1::PRIVATE_KIND_AUTHOR:
      return keep(authors_, write);
    case v1::PRIVATE_KIND_UNDO:
      return keep(undo_, write);
    default:
      return;  // kept by the store only, such as salvaged words
  }
}

void PrivateState::apply_token(const PrivateWrite& write) {
  if (const auto old = tokens_.find(write.id); old != tokens_.end()) {
    token_by_hash_.erase(old->second.token_hash());
    tokens_.erase(old);
  }
  v1::TokenRecord record;
  if (!write.record || !record.ParseFromString(*write.record)) return;
  last_token_ = std::max(last_token_, write.id);
  token_by_hash_[record.token_hash()] = write.id;
  tokens_[write.id] = std::move(record);
}

void PrivateState::apply_device(const PrivateWrite& write) {
  const auto number = static_cast<DeviceNumber>(write.id);
  if (const auto old = devices_.find(number); old != devices_.end()) {
    device_by_hash_.erase(old->second.key_hash());
    devices_.erase(old);
  }
  v1::DeviceRecord record;
  if (!write.record || !record.ParseFromString(*write.record)) return;
  last_token_ = std::max(last_token_, record.token());
  device_by_hash_[record.key_hash()] = number;
  devices_[number] = std::move(record);
}

void PrivateState::apply_outcome(const PrivateWrite& write) {
  DeviceOutcomes& outcomes = outcomes_[device_of(write.id)];
  const CommandNumber command = counter_of(write.id);
  v1::OutcomeRecord record;
  if (!write.record || !record.ParseFromString(*write.record)) {
    outcomes.kept.erase(command);
    return;
  }
  outcomes.last = std::max(outcomes.last, command);
  outcomes.kept[command] = record.result();
}

std::optional<Id> PrivateState::find_token(std::string_view token) const {
  // Compared are SHA-256 hashes, which nobody can steer: how long the comparison takes says at most
  // how many leading bytes of two hashes agree, and from that no token can be built.
  const auto found = token_by_hash_.find(hashed(token));
  if (found == token_by_hash_.end() || tokens_.at(found->second).revoked()) return std::nullopt;
  return found->second;
}

bool PrivateState::knows_token(std::string_view token) const {
  return token_by_hash_.contains(hashed(token));
}

const v1::TokenRecord* PrivateState::token(Id id) const {
  const auto found = tokens_.find(id);
  return found == tokens_.end() ? nullptr : &found->second;
}

std::optional<DeviceNumber> PrivateState::find_device(std::string_view device_key) const {
  const auto found = device_by_hash_.find(hashed(device_key));
  if (found == device_by_hash_.end()) return std::nullopt;
  return found->second;
}

const v1::DeviceRecord* PrivateState::device(DeviceNumber number) const {
  const auto found = devices_.find(number);
  return found == devices_.end() ? nullptr : &found->second;
}

DeviceNumber PrivateState::next_device() const {
  const DeviceNumber last = devices_.empty() ? 0 : devices_.rbegin()->first;
  return std::max(last, device_floor_) + 1;
}

CommandNumber PrivateState::last_command(DeviceNumber device) const {
  const auto found = outcomes_.find(device);
  return found == outcomes_.end() ? 0 : found->second.last;
}

const v1::Result* PrivateState::outcome(DeviceNumber device, CommandNumber command) const {
  const auto found = outcomes_.find(device);
  if (found == outcomes_.end()) return nullptr;
  const auto result = found->second.kept.find(command);
  return result == found->second.kept.end() ? nullptr : &result->second;
}

std::vector<PrivateWrite> PrivateState::outcome_writes(DeviceNumber device,
                                                       const v1::Result& result) const {
  v1::OutcomeRecord record;
  *record.mutable_result() = result;
  std::vector<PrivateWrite> writes;
  writes.push_back(
      put_private(v1::PRIVATE_KIND_OUTCOME, make_id(device, result.command()), record));
  if (result.command() > kOutcomesKept) {
    writes.push_back(PrivateWrite{v1::PRIVATE_KIND_OUTCOME,
                                  make_id(device, result.command() - kOutcomesKept), std::nullopt});
  }
  return writes;
}

const v1::DraftRecord* PrivateState::draft(Id id) const {
  const auto found = drafts_.find(id);
  return found == drafts_.end() ? nullptr : &found->second;
}

Owner PrivateState::owner_of_draft(const v1::DraftRecord& draft) const {
  if (draft.participant() != 0) return Owner{.participant = draft.participant()};
  const v1::DeviceRecord* record = device(draft.device());
  const v1::TokenRecord* link = record == nullptr ? nullptr : token(record->token());
  if (link == nullptr) return Owner{};
  if (link->role() == v1::ROLE_CAPTAIN) return Owner{.table = link->table()};
  return Owner{.access = record->token()};
}

std::vector<Id> PrivateState::drafts_of(const Owner& owner) const {
  std::vector<Id> ids;
  if (owner == Owner{}) return ids;
  for (const auto& [id, draft] : drafts_) {
    if (owner_of_draft(draft) == owner) ids.push_back(id);
  }
  return ids;
}

const v1::AuthorRecord* PrivateState::author_of(Id anonymous_card) const {
  const auto found = authors_.find(anonymous_card);
  return found == authors_.end() ? nullptr : &found->second;
}

std::vector<Id> PrivateState::own_anonymous_cards(Id participant) const {
  std::vector<Id> ids;
  if (participant == 0) return ids;
  for (const auto& [id, author] : authors_) {
    if (author.participant() == participant) ids.push_back(id);
  }
  return ids;
}

}  // namespace rebond
