// One connection of the fuzzed café: it checks all that it is sent.
#include "tests/fuzz/line.h"

#include "base/check.h"
#include "core/utf8.h"

namespace rebond::fuzz {
namespace {

constexpr std::size_t kReasonBytesMax = 123;

}  // namespace

Line::Line(test::Hall& hall, std::string token, std::string device_key)
    : hall_(hall), token_(std::move(token)), device_key_(std::move(device_key)) {}

void Line::send(Message message) {
  CHECK(connected_ && !closed_);
  CHECK(!flight_);  // CU7: one message in flight
  flight_.emplace();
  for (const ByteRange& part : message.parts()) flight_->append(part.bytes);
  CHECK(!flight_->empty() && flight_->size() <= kMessageBytesMax);
}

void Line::close(v1::CloseCode code, const std::string& reason) {
  CHECK(connected_ && !closed_);
  CHECK(v1::CloseCode_IsValid(code) && code != v1::CLOSE_CODE_UNSPECIFIED);
  CHECK(code != v1::CLOSE_CODE_INTERNAL);
  CHECK(reason.size() <= kReasonBytesMax && is_utf8(reason));
  closed_ = true;
}

void Line::connect() {
  connection_ = hall_.room().connect(*this);
  connected_ = true;
  closed_ = false;
  flight_.reset();
  replica_.forget();
}

void Line::enter() {
  hang_up();
  connect();
  honest_ = true;
  v1::ClientFrame frame;
  v1::Hello& hello = *frame.mutable_hello();
  hello.set_protocol_min(kProtocolVersion);
  hello.set_protocol_max(kProtocolVersion);
  hello.set_token(token_);
  hello.set_device_key(device_key_);
  hall_.room().on_frame(connection_, frame.SerializeAsString());
}

void Line::say(const std::string& bytes) {
  if (!connected_) {
    connect();
    honest_ = false;
  }
  hall_.room().on_frame(connection_, bytes);
}

void Line::hang_up() {
  if (!connected_) return;
  connected_ = false;
  hall_.room().on_closed(connection_);
}

bool Line::arrive() {
  if (connected_ && reads_ && flight_) {
    v1::ServerFrame frame;
    CHECK(frame.ParseFromString(*flight_));
    flight_.reset();
    if (honest_) take(frame);
    hall_.room().on_writable(connection_);
    return true;
  }
  if (connected_ && closed_) {
    hang_up();
    return true;
  }
  return false;
}

void Line::take(const v1::ServerFrame& frame) {
  for (const v1::Control& control : frame.control()) take(control);
  for (const v1::Entry& entry : frame.entries()) {
    const Result<void> applied = replica_.apply(entry);
    CHECK(applied.has_value());  // CU1
  }
  CHECK(!replica_.check());  // DG5
}

void Line::take(const v1::Control& control) {
  Result<void> done;
  if (control.has_welcome()) replica_.on_welcome(control.welcome());
  if (control.has_resync()) replica_.on_resync();
  if (control.has_state_digest()) replica_.expect(control.state_digest());
  if (control.has_snapshot_begin()) done = replica_.begin(control.snapshot_begin());
  CHECK(done.has_value());
  if (control.has_snapshot_chunk()) done = replica_.add(control.snapshot_chunk());
  CHECK(done.has_value());
  if (control.has_snapshot_end()) done = replica_.end(control.snapshot_end());
  CHECK(done.has_value());
}

}  // namespace rebond::fuzz
