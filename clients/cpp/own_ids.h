// The ids that one device makes, over all the numbers that it had.
#pragma once

#include <map>
#include <set>

#include "base/ids.h"
#include "clients/cpp/command_ids.h"

namespace rebond {

/// Makes ids, and remembers what became of those made under an earlier number: what a command
/// makes must have ids of the device that sends it (RU8). Not thread-safe.
class OwnIds {
 public:
  /// 0: no number yet.
  DeviceNumber device() const { return device_; }

  /// From now on the device has this number.
  void become(DeviceNumber device);

  /// A new id. The device must have a number.
  Id make();

  /// Gives what the command makes under an earlier number ids of this device, and the other ids
  /// that were renamed their new values.
  void claim(v1::Command& command);

  /// What an id of this device is called now; itself when it was never renamed.
  Id renamed(Id id) const;

 private:
  void claim(const MadeIds& ids);

  DeviceNumber device_ = 0;
  // Under each number: an earlier one comes back with a café that moved away and back.
  std::map<DeviceNumber, std::uint32_t> made_;
  std::set<DeviceNumber> former_;
  // To the number that came next; followed on to the newest.
  std::map<Id, Id> renamed_;
};

}  // namespace rebond
