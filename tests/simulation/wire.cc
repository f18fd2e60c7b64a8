// One connection between a simulated client and the simulated server.
#include "tests/simulation/wire.h"

#include <algorithm>
#include <utility>

#include "rebond/v1/frame.pb.h"

namespace rebond::sim {
namespace {

constexpr std::uint16_t kAbnormal = 1006;

/// The planted fault: the client's place in the history, one too far.
std::string resumed_too_late(const std::string& message) {
  v1::ClientFrame frame;
  if (!frame.ParseFromString(message) || !frame.has_hello() || frame.hello().resume_seq() == 0) {
    return message;
  }
  frame.mutable_hello()->set_resume_seq(frame.hello().resume_seq() + 1);
  return frame.SerializeAsString();
}

}  // namespace

Wire::Wire(Schedule& schedule, Random& random, Fault fault, WireEnd& client)
    : schedule_(schedule), random_(random), fault_(fault), client_(&client) {}

MonotonicMs Wire::delay() {
  return static_cast<MonotonicMs>(1 + random_.below(random_.below(20) == 0 ? 400 : 30));
}

void Wire::open(Room* room) {
  if (room == nullptr) {
    schedule_.in(delay(), [self = shared_from_this()] { self->end_at_client(kAbnormal); });
    return;
  }
  room_ = room;
  connection_ = room->connect(*this);
  schedule_.in(delay(), [self = shared_from_this()] {
    if (self->client_ != nullptr && self->room_ != nullptr) self->client_->opened();
  });
}

void Wire::client_sends(std::string message) {
  if (client_muted_ || room_ == nullptr) return;
  if (fault_ == Fault::kResumeOffByOne) message = resumed_too_late(message);
  // Behind what was sent before.
  to_server_at_ = std::max(to_server_at_, schedule_.now() + delay());
  schedule_.in(to_server_at_ - schedule_.now(),
               [self = shared_from_this(), message = std::move(message)] {
                 if (self->room_ != nullptr) self->room_->on_frame(self->connection_, message);
               });
}

void Wire::client_closes() {
  schedule_.in(0, [self = shared_from_this()] {
    self->end_at_client(1000);
    self->schedule_.in(self->delay(), [self] { self->end_at_server(); });
  });
}

void Wire::send(Message message) {
  std::string bytes;
  for (const ByteRange& part : message.parts()) bytes.append(part.bytes);
  to_client_.push_back(std::move(bytes));
  deliver_to_client();
}

void Wire::deliver_to_client() {
  if (delivering_ || to_client_.empty()) return;
  delivering_ = true;
  const MonotonicMs stall = std::max<MonotonicMs>(stalled_until_ - schedule_.now(), 0);
  schedule_.in(stall + delay(), [self = shared_from_this()] {
    self->delivering_ = false;
    if (self->to_client_.empty()) return;
    // The socket takes the next message once this one has left; a fault may let it overtake.
    if (self->fault_ == Fault::kOutOfOrder && self->to_client_.size() == 1 &&
        self->random_.below(20) == 0 && self->room_ != nullptr) {
      self->room_->on_writable(self->connection_);
      if (self->to_client_.size() > 1) std::swap(self->to_client_[0], self->to_client_[1]);
    }
    const std::string bytes = std::move(self->to_client_.front());
    self->to_client_.pop_front();
    const bool lost = self->server_muted_ ||
                      (self->fault_ == Fault::kLoseMessage && self->random_.below(60) == 0);
    if (self->client_ != nullptr && !lost) self->client_->received(bytes);
    if (!self->to_client_.empty()) return self->deliver_to_client();
    if (self->room_ != nullptr) self->room_->on_writable(self->connection_);
  });
}

void Wire::close(v1::CloseCode code, const std::string&) {
  schedule_.in(delay(), [self = shared_from_this(), code] {
    self->end_at_client(static_cast<std::uint16_t>(code));
    self->end_at_server();
  });
}

void Wire::cut() {
  schedule_.in(0, [self = shared_from_this()] {
    self->end_at_client(kAbnormal);
    self->end_at_server();
  });
}

void Wire::server_died() {
  room_ = nullptr;
  to_client_.clear();
  schedule_.in(delay(), [self = shared_from_this()] { self->end_at_client(kAbnormal); });
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
