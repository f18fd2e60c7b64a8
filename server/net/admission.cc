// How many connections the server takes, in all and from one address.
#include "net/admission.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace rebond {

struct Admission::Counts {
  std::unordered_map<std::string, std::size_t> by_address;
  std::size_t connections = 0;
  // What evicts each, the oldest first.
  std::map<std::uint64_t, std::function<void()>> pending;
  std::uint64_t last_order = 0;
  std::size_t live = 0;
  std::function<void()> nobody_is_live;
};

Admission::Admission(const Limits& limits, std::size_t sockets_max)
    : limits_(limits),
      connections_max_(std::min<std::size_t>(limits.connections, sockets_max)),
      counts_(std::make_shared<Counts>()) {}

// Tickets may outlive this object, what they would call may not.
Admission::~Admission() {
  counts_->nobody_is_live = nullptr;
}

std::optional<Admission::Ticket> Admission::admit(const std::string& address) {
  if (counts_->connections >= connections_max_) return std::nullopt;
  if (counts_->pending.size() >= limits_.pending_handshakes && !evict_oldest()) {
    return std::nullopt;
  }
  ++counts_->connections;
  const std::uint64_t order = ++counts_->last_order;
  counts_->pending.emplace(order, nullptr);
  const std::size_t from_here = ++counts_->by_address[address];
  return Ticket(counts_, address, from_here <= limits_.connections_per_address, order);
}

bool Admission::evict_oldest() {
  const auto oldest = counts_->pending.begin();
  if (!oldest->second) return false;
  const auto evict = std::move(oldest->second);
  counts_->pending.erase(oldest);
  evict();
  return true;
}

std::size_t Admission::connections() const {
  return counts_->connections;
}

std::size_t Admission::pending() const {
  return counts_->pending.size();
}

std::size_t Admission::live() const {
  return counts_->live;
}

void Admission::when_nobody_is_live(std::function<void()> then) {
  if (counts_->live == 0) {
    then();
    return;
  }
  counts_->nobody_is_live = std::move(then);
}

Admission::Ticket::Ticket(std::shared_ptr<Counts> counts, std::string address, bool within_limit,
                          std::uint64_t order)
    : counts_(std::move(counts)),
      address_(std::move(address)),
      within_limit_(within_limit),
      order_(order) {}

Admission::Ticket::~Ticket() {
  if (!counts_) return;
  handshake_done();
  --counts_->connections;
  const auto from_here = counts_->by_address.find(address_);
  if (--from_here->second == 0) counts_->by_address.erase(from_here);
  if (live_ && --counts_->live == 0 && counts_->nobody_is_live) {
    std::exchange(counts_->nobody_is_live, nullptr)();
  }
}

void Admission::Ticket::when_evicted(std::function<void()> evict) {
  const auto mine = counts_->pending.find(order_);
  if (mine != counts_->pending.end()) mine->second = std::move(evict);
}

void Admission::Ticket::handshake_done() {
  counts_->pending.erase(order_);
}

void Admission::Ticket::goes_live() {
  handshake_done();
  if (!std::exchange(live_, true)) ++counts_->live;
}

}  // namespace rebond
