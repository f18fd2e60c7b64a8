// What is never broadcast: who holds which token, device numbers, outcomes, names.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
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

  /// Names by participant.
  const std::map<Id, v1::PersonRecord>& people() const { return people_; }

 private:
  struct DeviceOutcomes {
    CommandNumber last = 0;
    std::map<CommandNumber, v1::Result> kept;
  };

  void apply_token(const PrivateWrite& write);
  void apply_device(const PrivateWrite& write);
  void apply_outcome(const PrivateWrite& write);
  void apply_person(const PrivateWrite& write);

  std::map<Id, v1::TokenRecord> tokens_;
  Id last_token_ = 0;
  std::map<std::string, Id, std::less<>> token_by_hash_;
  DeviceNumber device_floor_ = 0;
  std::map<DeviceNumber, v1::DeviceRecord> devices_;
  std::map<std::string, DeviceNumber, std::less<>> device_by_hash_;
  std::map<DeviceNumber, DeviceOutcomes> outcomes_;
  std::map<Id, v1::PersonRecord> people_;
};

/// The write that puts a private record.
template <typename Record>
PrivateWrite put_private(v1::PrivateKind kind, Id id, const Record& record) {
  return PrivateWrite{kind, id, record.SerializeAsString()};
}

}  // namespace rebond
