// What is never broadcast: who holds which token, device numbers, outcomes, names, votes, drafts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "core/owner.h"
#include "core/private_write.h"
#include "rebond/v1/private.pb.h"

namespace rebond {

/// The private records of one café, found by what people bring. Not thread-safe.
///
/// It is exactly what the store holds: every change is a PrivateWrite that is also appended.
class PrivateState {
 public:
  /// Takes over one write; a write of an unknown kind or that cannot be read is kept out.
  void apply(const PrivateWrite& write);

  /// The id of a token that is known and not revoked.
  std::optional<Id> find_token(std::string_view token) const;
  /// Whether somebody has that token or had it, revoked ones included.
  bool knows_token(std::string_view token) const;
  const v1::TokenRecord* token(Id id) const;
  /// Every link that was given out, revoked ones too, by its id.
  const std::map<Id, v1::TokenRecord>& tokens() const { return tokens_; }
  /// The id for the next token.
  /// Never one that a device was let in with, even when that link's record is gone.
  Id next_token() const { return last_token_ + 1; }

  /// The number of the device with that key, if it was granted one.
  std::optional<DeviceNumber> find_device(std::string_view device_key) const;
  const v1::DeviceRecord* device(DeviceNumber number) const;
  DeviceNumber next_device() const;
  std::size_t devices() const { return devices_.size(); }
  /// From CafeHeader: numbers up to it are never granted.
  void set_device_floor(DeviceNumber floor) { device_floor_ = floor; }

  /// The last command of a device that has an outcome; 0 when none has.
  CommandNumber last_command(DeviceNumber device) const;
  /// The outcome, null when it is forgotten or was never there.
  const v1::Result* outcome(DeviceNumber device, CommandNumber command) const;

  /// Writes that record an outcome, and forget the one that is now too old.
  std::vector<PrivateWrite> outcome_writes(DeviceNumber device, const v1::Result& result) const;

  /// Names and wishes by participant.
  const std::map<Id, v1::PersonRecord>& people() const { return people_; }

  /// The dots that were given under a key of support_key(); none when there are none.
  const v1::SupportRecord& support_of(Id key) const { return of(support_, key); }
  const std::map<Id, v1::SupportRecord>& support() const { return support_; }
  /// What was answered under a key of answers_key(); empty when nothing was.
  const v1::AnswersRecord& answers_of(Id key) const { return of(answers_, key); }

  /// Null when there is no such draft.
  const v1::DraftRecord* draft(Id id) const;
  Owner owner_of_draft(const v1::DraftRecord& draft) const;
  /// In the order of their ids.
  std::vector<Id> drafts_of(const Owner& owner) const;

  /// Null when nobody is known to have written it.
  const v1::AuthorRecord* author_of(Id anonymous_card) const;
  /// In the order of their ids; none for 0.
  std::vector<Id> own_anonymous_cards(Id participant) const;

  /// What the device's last actions are taken back with.
  const v1::UndoRecord& undo_of(DeviceNumber device) const { return of(undo_, device); }

 private:
  struct DeviceOutcomes {
    CommandNumber last = 0;
    std::map<CommandNumber, v1::Result> kept;
  };

  void apply_token(const PrivateWrite& write);
  void apply_device(const PrivateWrite& write);
  void apply_outcome(const PrivateWrite& write);

  template <typename Record>
  static const Record& of(const std::map<Id, Record>& records, Id id) {
    const auto found = records.find(id);
    return found == records.end() ? Record::default_instance() : found->second;
  }

  std::map<Id, v1::TokenRecord> tokens_;
  Id last_token_ = 0;
  std::map<std::string, Id, std::less<>> token_by_hash_;
  DeviceNumber device_floor_ = 0;
  std::map<DeviceNumber, v1::DeviceRecord> devices_;
  std::map<std::string, DeviceNumber, std::less<>> device_by_hash_;
  std::map<DeviceNumber, DeviceOutcomes> outcomes_;
  std::map<Id, v1::PersonRecord> people_;
  std::map<Id, v1::SupportRecord> support_;
  std::map<Id, v1::AnswersRecord> answers_;
  std::map<Id, v1::DraftRecord> drafts_;
  std::map<Id, v1::AuthorRecord> authors_;
  std::map<Id, v1::UndoRecord> undo_;
};

/// The write that puts a private record.
template <typename Record>
PrivateWrite put_private(v1::PrivateKind kind, Id id, const Record& record) {
  return PrivateWrite{kind, id, record.SerializeAsString()};
}

}  // namespace rebond
