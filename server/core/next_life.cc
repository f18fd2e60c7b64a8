// How a café begins another life: after a restore, a move or a rewrite of its history.
#include "core/next_life.h"

#include <algorithm>
#include <limits>

#include "base/limits.h"

namespace rebond {

Result<v1::CafeHeader> next_life(v1::CafeHeader header,
                                 const std::vector<PrivateWrite>& private_records, Epoch epoch) {
  DeviceNumber highest = header.device_floor();
  for (const PrivateWrite& write : private_records) {
    if (write.kind != v1::PRIVATE_KIND_DEVICE) continue;
    highest = std::max(highest, static_cast<DeviceNumber>(write.id));
  }
  // As many again must be left for the devices of that life.
  if (highest > std::numeric_limits<DeviceNumber>::max() - 2 * kDeviceNumbersApart) {
    return Error{ErrorKind::kInvalid, "",
                 "café " + header.id() + " was restored too often to begin once more; export it"};
  }
  header.set_device_floor(highest + kDeviceNumbersApart);
  header.set_epoch(epoch);
  return header;
}

}  // namespace rebond
