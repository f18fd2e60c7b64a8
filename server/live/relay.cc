// Everybody who is connected to a café: frames in, one order of entries out.
#include "live/relay.h"

#include <algorithm>
#include <google/protobuf/io/coded_stream.h>

#include "base/check.h"

namespace rebond {
namespace {

constexpr int kNestingMax = 16;
constexpr MonotonicMs kPresenceEveryMs = 100;
constexpr MonotonicMs kTimeoutsEveryMs = 1'000;

bool parse_frame(std::string_view bytes, v1::ClientFrame& frame) {
  google::protobuf::io::CodedInputStream input(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                               static_cast<int>(bytes.size()));
  input.SetRecursionLimit(kNestingMax);
  return frame.ParseFromCodedStream(&input) && input.ConsumedEntireMessage();
}

}  // namespace

Relay::Relay(const Environment& environment, Cafe& cafe, Wakeup& wakeup)
    : environment_(environment),
      cafe_(cafe),
      wakeup_(wakeup),
      ring_(cafe.durable_seq(), environment.limits.ring_bytes, environment.limits.ring_entries),
      sender_(environment, cafe.header().id(), ring_, roster_),
      flushed_(cafe.durable_seq()) {}

Session* Relay::find(ConnectionId connection) {
  const auto found = sessions_.find(connection);
  if (found == sessions_.end() || found->second.phase == Phase::kClosing) return nullptr;
  return &found->second;
}

ConnectionId Relay::connect(Peer& peer) {
  Session& session = sessions_[++last_connection_];
  session.id = last_connection_;
  session.peer = &peer;
  session.connected_at = environment_.clock.monotonic_ms();
  session.rejections = TokenBucket(environment_.limits.rejections_per_second,
                                   environment_.limits.rejections_burst, session.connected_at);
  schedule();
  return session.id;
}

void Relay::on_closed(ConnectionId connection) {
  sessions_.erase(connection);
  roster_.remove(connection);
  schedule();
}

void Relay::on_frame(ConnectionId connection, std::string_view bytes) {
  Session* session = find(connection);
  if (session == nullptr) return;
  v1::ClientFrame frame;
  if (!parse_frame(bytes, frame) || frame.frame_case() == v1::ClientFrame::FRAME_NOT_SET) {
    return close(*session, v1::CLOSE_CODE_BAD_REQUEST, "send a ClientFrame of rebond.v1");
  }
  if (session->phase == Phase::kSilent) {
    if (!frame.has_hello()) return close(*session, v1::CLOSE_CODE_NO_HELLO, "send Hello first");
    if (away_) return close(*session, away_->code, away_->reason);
    on_hello(*session, frame.hello());
  } else if (frame.has_hello()) {
    close(*session, v1::CLOSE_CODE_BAD_REQUEST, "send Hello only once");
  } else if (!away_) {
    roster_.heard(connection, environment_.clock.monotonic_ms());
    on_welcomed_frame(*session, frame);
  }
  schedule();
}

void Relay::on_hello(Session& session, const v1::Hello& hello) {
  session.phase = Phase::kGreeting;
  session.resume_epoch = hello.resume_epoch();
  session.resume_seq = hello.resume_seq();
  cafe_.greet(session.id, hello);
}

void Relay::on_welcomed_frame(Session& session, const v1::ClientFrame& frame) {
  switch (frame.frame_case()) {
    case v1::ClientFrame::kCommands:
      if (session.phase == Phase::kGreeting ||
          frame.commands().commands_size() >
              static_cast<int>(environment_.limits.commands_unacknowledged)) {
        return close(session, v1::CLOSE_CODE_BAD_REQUEST, "wait for Welcome; batches of 64");
      }
      return cafe_.submit(session.id, session.member.device, frame.commands());
    case v1::ClientFrame::kPresence:
      return roster_.set_doing(session.id, frame.presence(), environment_.clock.monotonic_ms());
    case v1::ClientFrame::kPing: {
      v1::Pong& pong = *session.tail.add_control()->mutable_pong();
      pong.set_client_time_ms(frame.ping().client_time_ms());
      pong.set_server_time_ms(cafe_.now_ms());
      return pump(session);
    }
    case v1::ClientFrame::kDiverged:
      ++alarms_;
      session.tail.add_control()->mutable_notice()->set_kind(v1::NOTICE_KIND_DIVERGED);
      return send_snapshot(session);
    default:
      return;  // Goodbye: the close follows
  }
}

void Relay::close(Session& session, v1::CloseCode code, const std::string& reason) {
  session.phase = Phase::kClosing;
  session.prelude = nullptr;
  session.tail.Clear();
  session.peer->close(code, reason);
}

void Relay::on_published(Seq seq, ByteRange entry) {
  ring_.push(std::move(entry));
  CHECK(ring_.head() == seq);
  flush_due_ = true;
  schedule();
}

void Relay::on_result(ConnectionId connection, const v1::Result& result) {
  Session* session = find(connection);
  if (session == nullptr) return;
  if (result.has_rejection() && session->rejections.take(environment_.clock.monotonic_ms()) != 0) {
    return close(*session, v1::CLOSE_CODE_RATE, "too many commands were refused");
  }
  *session->tail.add_results() = result;
  pump(*session);
}

void Relay::on_digest(Seq seq, const std::string& digest) {
  for (auto& [id, session] : sessions_) {
    // Who has still to be sent that entry is told another time.
    if (session.phase != Phase::kFollowing || session.prelude != nullptr) continue;
    v1::StateDigest& told = *session.tail.add_control()->mutable_state_digest();
    told.set_seq(seq);
    told.set_digest(digest);
  }
  flush_due_ = true;
  schedule();
}

void Relay::on_writable(ConnectionId connection) {
  const auto found = sessions_.find(connection);
  if (found == sessions_.end()) return;
  Session& session = found->second;
  session.writing = false;
  // Who was busy at the last flush goes on at once; the others wait for the next one.
  const bool missed = session.cursor < flushed_ || session.prelude != nullptr ||
                      session.presence_seen != roster_.version();
  if (missed || session.tail.ByteSizeLong() != 0) pump(session);
}

void Relay::pump(Session& session) {
  if (session.writing || session.phase == Phase::kClosing || !sender_.has_something(session)) {
    return;
  }
  Message message;
  if (!sender_.next_message(session, message)) {
    session.tail.add_control()->mutable_resync();
    return send_snapshot(session);
  }
  if (message.empty()) return;
  session.writing = true;
  session.write_started = environment_.clock.monotonic_ms();
  bytes_sent_ += message.size();
  session.peer->send(std::move(message));
}

void Relay::flush() {
  const MonotonicMs start = environment_.clock.monotonic_ms();
  flush_due_ = false;
  flushed_ = ring_.head();
  for (auto& [id, session] : sessions_) pump(session);
  pace_.ran(start, environment_.clock.monotonic_ms());
}

void Relay::tick() {
  const MonotonicMs now = environment_.clock.monotonic_ms();
  check_timeouts();
  roster_.expire(now);
  if (roster_.changed() && now >= presence_due_) send_presence();
  if (flush_due_ && pace_.wait_ms(now) == 0) flush();
  schedule();
}

void Relay::check_timeouts() {
  const MonotonicMs now = environment_.clock.monotonic_ms();
  const Limits& limits = environment_.limits;
  for (auto& [id, session] : sessions_) {
    if (session.phase == Phase::kClosing) continue;
    if (session.phase == Phase::kSilent && now - session.connected_at >= limits.hello_timeout_ms) {
      close(session, v1::CLOSE_CODE_NO_HELLO, "send Hello first");
    } else if (session.writing && now - session.write_started >= limits.write_timeout_ms) {
      close(session, v1::CLOSE_CODE_SLOW, "this connection is too slow: reconnect");
    }
  }
}

void Relay::send_presence() {
  presence_due_ = environment_.clock.monotonic_ms() + kPresenceEveryMs;
  sender_.set_delta(roster_.next_delta());
  flush_due_ = true;
}

void Relay::schedule() {
  const MonotonicMs now = environment_.clock.monotonic_ms();
  if (flush_due_) wakeup_.wake_in(pace_.wait_ms(now));
  if (roster_.changed()) wakeup_.wake_in(std::max<MonotonicMs>(presence_due_ - now, 0));
  if (!sessions_.empty()) wakeup_.wake_in(kTimeoutsEveryMs);
}

void Relay::notify(v1::NoticeKind kind) {
  for (auto& [id, session] : sessions_) {
    if (session.phase == Phase::kSilent || session.phase == Phase::kGreeting) continue;
    session.tail.add_control()->mutable_notice()->set_kind(kind);
    pump(session);
  }
}

void Relay::turn_away() {
  // Nobody must send again, as a new device, what was accepted already.
  flush();
  for (auto& [id, session] : sessions_) {
    if (session.phase != Phase::kClosing) close(session, away_->code, away_->reason);
  }
}

void Relay::stop(v1::CloseCode code, const std::string& reason) {
  notify(v1::NOTICE_KIND_STOPPING);
  for (auto& [id, session] : sessions_) {
    if (session.phase != Phase::kClosing) close(session, code, reason);
  }
}

}  // namespace rebond
