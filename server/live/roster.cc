// Who is here and what they do: never in the journal (rules PR).
#include "live/roster.h"

namespace rebond {
namespace {

constexpr MonotonicMs kSilenceMs = 30'000;
constexpr int kItemsMax = 64;

bool does(const v1::PresenceEntry& entry, const v1::Presence& doing) {
  return entry.writing_at() == doing.writing_at() && entry.hand_raised() == doing.hand_raised() &&
         entry.waiting() == doing.waiting() && entry.asks_minute() == doing.asks_minute() &&
         entry.battery_percent() == doing.battery_percent();
}

}  // namespace

void Roster::set_member(ConnectionId connection, const Member& member, MonotonicMs now) {
  Here& here = here_[connection];
  here.entry.set_connection(connection);
  here.entry.set_present(true);
  here.entry.set_role(member.role);
  here.entry.set_device(member.device);
  here.entry.set_participant(member.participant);
  here.entry.set_table(member.table);
  here.heard = now;
  changed_.insert(connection);
}

void Roster::set_doing(ConnectionId connection, const v1::Presence& doing, MonotonicMs now) {
  const auto found = here_.find(connection);
  if (found == here_.end()) return;
  heard(connection, now);
  v1::PresenceEntry& entry = found->second.entry;
  if (does(entry, doing)) return;
  entry.set_writing_at(doing.writing_at());
  entry.set_hand_raised(doing.hand_raised());
  entry.set_waiting(doing.waiting());
  entry.set_asks_minute(doing.asks_minute());
  entry.set_battery_percent(doing.battery_percent());
  changed_.insert(connection);
}

void Roster::heard(ConnectionId connection, MonotonicMs now) {
  const auto found = here_.find(connection);
  if (found == here_.end()) return;
  found->second.heard = now;
  if (found->second.entry.present()) return;
  found->second.entry.set_present(true);
  changed_.insert(connection);
}

void Roster::remove(ConnectionId connection) {
  if (here_.erase(connection) != 0) changed_.insert(connection);
}

void Roster::expire(MonotonicMs now) {
  for (auto& [connection, here] : here_) {
    if (!here.entry.present() || now - here.heard < kSilenceMs) continue;
    here.entry.set_present(false);
    changed_.insert(connection);
  }
}

SharedBytes Roster::next_delta() {
  v1::ServerFrame frame;
  while (!changed_.empty() && frame.presence_size() < kItemsMax) {
    const ConnectionId connection = *changed_.begin();
    changed_.erase(changed_.begin());
    v1::PresenceEntry& item = *frame.add_presence();
    item.set_connection(connection);
    if (const auto found = here_.find(connection); found != here_.end()) {
      item = found->second.entry;
    }
  }
  ++version_;
  whole_ = nullptr;
  return share(frame.SerializeAsString());
}

SharedBytes Roster::whole() {
  if (whole_ != nullptr) return whole_;
  v1::ServerFrame frame;
  for (const auto& [connection, here] : here_) {
    // What the next delta will say is left to it, so that nobody sees it twice out of order.
    if (here.entry.present() && !changed_.contains(connection)) {
      *frame.add_presence() = here.entry;
    }
  }
  whole_ = share(frame.SerializeAsString());
  return whole_;
}

}  // namespace rebond
