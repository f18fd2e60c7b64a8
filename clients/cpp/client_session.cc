// One device in one café: its connections, from Hello to the end.
#include "clients/cpp/client_session.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/limits.h"

namespace rebond {
namespace {

constexpr std::uint16_t kStopCodesFrom = 4500;
constexpr std::uint16_t kStopCodesTo = 4999;

bool stops(std::uint16_t code) {
  return code >= kStopCodesFrom && code <= kStopCodesTo;
}

}  // namespace

ClientSession::ClientSession(SessionOptions options, Transport& transport, const Clock& clock,
                             Random& random, SessionObserver& observer)
    : options_(std::move(options)),
      transport_(transport),
      clock_(clock),
      random_(random),
      observer_(observer),
      replica_(options_.keep),
      personal_token_(random.bytes(kSecretBytes)) {
  if (options_.device_key.empty()) options_.device_key = random.bytes(kSecretBytes);
  if (options_.keep == Keep::kCursor) {
    replica_.resume_at(options_.resume_epoch, options_.resume_seq);
  }
}

void ClientSession::start() {
  CHECK(phase_ == Phase::kNew);
  connect();
}

void ClientSession::stop() {
  end(Ending{Ending::Kind::kStopped, 0, "stopped", {}});
}

void ClientSession::connect() {
  phase_ = Phase::kConnecting;
  heard_at_ = clock_.monotonic_ms();
  transport_.connect();
  arm();
}

void ClientSession::on_open() {
  if (phase_ != Phase::kConnecting) return;
  phase_ = Phase::kGreeting;
  heard_at_ = clock_.monotonic_ms();
  greet();
  arm();
}

void ClientSession::greet() {
  v1::ClientFrame frame;
  v1::Hello& hello = *frame.mutable_hello();
  hello.set_protocol_min(kProtocolVersion);
  hello.set_protocol_max(kProtocolVersion);
  hello.set_token(joined_ ? personal_token_ : options_.token);
  hello.set_device_key(options_.device_key);
  hello.set_resume_epoch(replica_.epoch());
  hello.set_resume_seq(replica_.seq());
  transmit(frame);
}

void ClientSession::on_closed(std::uint16_t code, std::string_view reason) {
  if (phase_ == Phase::kEnded) return;
  outbox_.close();
  live_ = false;
  if (!ends_ && stops(code)) {
    ending_ = Ending{Ending::Kind::kClosed, code, std::string(reason), {}};
    ends_ = true;
  }
  if (ends_) {
    phase_ = Phase::kEnded;
    observer_.on_ended(ending_);
    return;
  }
  const MonotonicMs wait = back_off_.next(random_);
  phase_ = Phase::kWaiting;
  retry_at_ = clock_.monotonic_ms() + wait;
  observer_.on_disconnected(code, std::string(reason), wait);
  arm();
}

void ClientSession::tick() {
  armed_at_ = Outbox::kNever;
  const MonotonicMs now = clock_.monotonic_ms();
  if (phase_ == Phase::kWaiting && now >= retry_at_) {
    connect();
    return;
  }
  const bool connecting = phase_ == Phase::kConnecting || phase_ == Phase::kGreeting;
  if ((connecting || phase_ == Phase::kConnected) && now >= heard_at_ + kSilenceMs) {
    phase_ = Phase::kClosing;
    live_ = false;
    transport_.close();
  }
  if (phase_ == Phase::kConnected && now >= next_ping_) {
    next_ping_ = now + kPingMs;
    v1::ClientFrame frame;
    frame.mutable_ping()->set_client_time_ms(static_cast<double>(now));
    transmit(frame);
  }
  flush();
  arm();
}

Result<CommandNumber> ClientSession::send(v1::Command command) {
  CHECK(can_write());
  command.set_base_seq(replica_.seq());
  outbox_.claim(command);
  Result<CommandNumber> number = outbox_.add(command.SerializeAsString());
  flush();
  arm();
  return number;
}

void ClientSession::show(const v1::Presence& presence) {
  if (phase_ != Phase::kConnected) return;
  v1::ClientFrame frame;
  *frame.mutable_presence() = presence;
  transmit(frame);
}

void ClientSession::end(Ending ending) {
  if (ends_) return;
  ending_ = std::move(ending);
  ends_ = true;
  live_ = false;
  const bool open = phase_ == Phase::kGreeting || phase_ == Phase::kConnected;
  if (phase_ == Phase::kNew || phase_ == Phase::kWaiting) {
    phase_ = Phase::kEnded;
    observer_.on_ended(ending_);
    return;
  }
  if (open) {
    v1::ClientFrame frame;
    frame.mutable_goodbye();
    transmit(frame);
  }
  if (phase_ != Phase::kClosing) transport_.close();
  phase_ = Phase::kClosing;
}

void ClientSession::close_for(const Error& trouble) {
  // The copy is in doubt: the next connection starts from nothing.
  replica_.forget();
  phase_ = Phase::kClosing;
  live_ = false;
  observer_.on_trouble(trouble);
  transport_.close();
}

void ClientSession::flush() {
  if (phase_ != Phase::kConnected) return;
  const MonotonicMs now = clock_.monotonic_ms();
  while (std::optional<v1::CommandBatch> batch = outbox_.take(now)) {
    v1::ClientFrame frame;
    *frame.mutable_commands() = std::move(*batch);
    transmit(frame);
  }
}

void ClientSession::transmit(const v1::ClientFrame& frame) {
  transport_.send(frame.SerializeAsString());
}

MonotonicMs ClientSession::next_tick() const {
  switch (phase_) {
    case Phase::kWaiting:
      return retry_at_;
    case Phase::kConnecting:
    case Phase::kGreeting:
      return heard_at_ + kSilenceMs;
    case Phase::kConnected:
      return std::min(
          {heard_at_ + kSilenceMs, next_ping_, outbox_.next_take(clock_.monotonic_ms())});
    default:
      return Outbox::kNever;
  }
}

void ClientSession::arm() {
  // An alarm that is too early costs a call; only a later one would miss something.
  const MonotonicMs next = next_tick();
  if (next >= armed_at_) return;
  armed_at_ = next;
  transport_.wake_at(next);
}

}  // namespace rebond
