// How many connections the server takes, in all and from one address.
#include "net/admission.h"

#include <unordered_map>
#include <utility>

namespace rebond {

struct Admission::Counts {
  std::unordered_map<std::string, std::size_t> by_address;
  std::size_t connections = 0;
  std::size_t pending = 0;
  std::size_t live = 0;
  std::function<void()> nobody_is_live;
};

Admission::Admission(const Limits& limits) : limits_(limits), counts_(std::make_shared<Counts>()) {}

// Tickets may outlive this object, what they would call may not.
Admission::~Admission() {
  counts_->nobody_is_live = nullptr;
}

std::optional<Admission::Ticket> Admission::admit(const std::string& address) {
  if (counts_->pending >= limits_.pending_handshakes) return std::nullopt;
  ++counts_->connections;
  ++counts_->pending;
  const std::size_t from_here = ++counts_->by_address[address];
  return Ticket(counts_, address, from_here <= limits_.connections_per_address);
}

std::size_t Admission::connections() const {
  return counts_->connections;
}

std::size_t Admission::pending() const {
  return counts_->pending;
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

Admission::Ticket::Ticket(std::shared_ptr<Counts> counts, std::string address, bool within_limit)
    : counts_(std::move(counts)), address_(std::move(address)), within_limit_(within_limit) {}

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

void Admission::Ticket::handshake_done() {
  if (std::exchange(pending_, false)) --counts_->pending;
}

void Admission::Ticket::goes_live() {
  handshake_done();
  if (!std::exchange(live_, true)) ++counts_->live;
}

}  // namespace rebond
