// One connection between a simulated client and the simulated server.
#include "tests/simulation/wire.h"

#include <algorithm>
#include <utility>

#include "tests/simulation/tamper.h"

namespace rebond::sim {
namespace {

constexpr std::uint16_t kAbnormal = 1006;

}  // namespace

Wire::Wire(Setting& setting, const Link& link, WireEnd& client)
    : setting_(setting), link_(link), client_(&client) {}

MonotonicMs Wire::delay() {
  return 1 + setting_.below_ms(setting_.one_in(20) ? 400 : 30);
}

void Wire::open(Room* room) {
  if (room == nullptr) {
    setting_.schedule.in(delay(), [self = shared_from_this()] { self->end_at_client(kAbnormal); });
    return;
  }
  room_ = room;
  connection_ = room->connect(*this);
  opening_ = true;
  setting_.schedule.in(delay(), [self = shared_from_this()] { self->released(); });
}

void Wire::client_sends(std::string message) {
  if (muted_to_server_ || room_ == nullptr || client_gone_) return;
  to_server_.push_back(tampered(setting_, std::move(message)));
  // Behind what was sent before.
  to_server_at_ = std::max(to_server_at_, setting_.now() + delay());
  setting_.schedule.in(to_server_at_ - setting_.now(), [self = shared_from_this()] {
    ++self->due_at_server_;
    self->deliver_to_server();
  });
}

void Wire::deliver_to_server() {
  while (due_at_server_ > 0 && !link_.clogged && room_ != nullptr) {
    --due_at_server_;
    const std::string message = std::move(to_server_.front());
    to_server_.pop_front();
    room_->on_frame(connection_, message);
  }
}

void Wire::client_closes() {
  setting_.schedule.in(0, [self = shared_from_this()] { self->end_at_client(1000); });
  client_vanishes();
}

void Wire::client_vanishes() {
  setting_.schedule.in(0, [self = shared_from_this()] { self->client_ = nullptr; });
  // A half-open end is not noticed: the server finds out by itself, or never.
  if (muted_to_server_) return;
  client_gone_ = true;
  to_server_at_ = std::max(to_server_at_, setting_.now() + delay());
  setting_.schedule.in(to_server_at_ - setting_.now(), [self = shared_from_this()] {
    if (!self->link_.clogged) self->end_at_server();
  });
}

void Wire::send(Message message) {
  std::string bytes;
  for (const ByteRange& part : message.parts()) bytes.append(part.bytes);
  to_client_.push_back(std::move(bytes));
  deliver_to_client();
}

void Wire::deliver_to_client() {
  if (delivering_ || to_client_.empty() || link_.clogged) return;
  delivering_ = true;
  const MonotonicMs stall = std::max<MonotonicMs>(stalled_until_ - setting_.now(), 0);
  setting_.schedule.in(stall + delay(), [self = shared_from_this()] { self->arrive(); });
}

void Wire::arrive() {
  delivering_ = false;
  if (to_client_.empty() || link_.clogged) return;
  if (seem_to_leave_ && (*seem_to_leave_)-- <= 0) return;
  // The socket takes the next message once this one has left; a fault may let it overtake.
  if (setting_.fault == Fault::kOutOfOrder && to_client_.size() == 1 && setting_.one_in(20) &&
      room_ != nullptr) {
    room_->on_writable(connection_);
    if (to_client_.size() > 1) std::swap(to_client_[0], to_client_[1]);
  }
  const std::string bytes = std::move(to_client_.front());
  to_client_.pop_front();
  const bool lost =
      seem_to_leave_ || (setting_.fault == Fault::kLoseMessage && setting_.one_in(60));
  if (client_ != nullptr && !lost) client_->received(bytes);
  if (!to_client_.empty()) return deliver_to_client();
  if (room_ != nullptr) room_->on_writable(connection_);
}

void Wire::close(v1::CloseCode code, const std::string&) {
  if (setting_.fault == Fault::kForgetTakeover && code == v1::CLOSE_CODE_SUPERSEDED) return;
  if (code == v1::CLOSE_CODE_SLOW) setting_.happened(Event::kTooSlow);
  close_code_ = static_cast<std::uint16_t>(code);
  setting_.schedule.in(delay(), [self = shared_from_this()] {
    self->end_at_server();
    self->released();
  });
}

void Wire::cut() {
  setting_.schedule.in(0, [self = shared_from_this()] {
    self->end_at_client(kAbnormal);
    self->end_at_server();
  });
}

void Wire::server_died() {
  room_ = nullptr;
  to_client_.clear();
  close_code_ = kAbnormal;
  setting_.schedule.in(delay(), [self = shared_from_this()] { self->released(); });
}

void Wire::released() {
  if (link_.clogged) return;
  if (room_ == nullptr) {
    if (!seem_to_leave_) end_at_client(close_code_.value_or(kAbnormal));
    return;
  }
  if (opening_ && client_ != nullptr) client_->opened();
  opening_ = false;
  deliver_to_server();
  deliver_to_client();
  if (client_gone_ && to_server_.empty()) end_at_server();
}

void Wire::end_at_server() {
  if (room_ == nullptr) return;
  Room* room = std::exchange(room_, nullptr);
  to_client_.clear();
  room->on_closed(connection_);
}

void Wire::end_at_client(std::uint16_t code) {
  if (client_ == nullptr) return;
  WireEnd* client = std::exchange(client_, nullptr);
  client->closed(code);
}

}  // namespace rebond::sim
