// The ids that one device makes, over all the numbers that it had.
#include "clients/cpp/own_ids.h"

#include "base/check.h"

namespace rebond {

void OwnIds::become(DeviceNumber device) {
  if (device == device_) return;
  if (device_ != 0) former_.insert(device_);
  former_.erase(device);
  device_ = device;
}

Id OwnIds::make() {
  CHECK(device_ != 0);
  return make_id(device_, ++made_[device_]);
}

void OwnIds::claim(v1::Command& command) {
  if (former_.empty()) return;
  for (const MadeIds& ids : made_ids(command)) claim(ids);
  rename_ids(command, [this](Id id) { return renamed(id); });
}

void OwnIds::claim(const MadeIds& ids) {
  const Id now = renamed(ids.first);
  if (!former_.contains(device_of(now))) return;
  for (std::uint32_t more = 0; more < ids.count; ++more) renamed_[now + more] = make();
}

Id OwnIds::renamed(Id id) const {
  for (auto found = renamed_.find(id); found != renamed_.end(); found = renamed_.find(id)) {
    id = found->second;
  }
  return id;
}

}  // namespace rebond
