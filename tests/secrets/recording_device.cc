// A device in a café of a real server that keeps every byte it is sent.
#include "tests/secrets/recording_device.h"

namespace rebond::testing {
namespace {

constexpr unsigned kBinary = 2;
constexpr unsigned kClose = 8;

bool knows_names(v1::Role role) {
  return role == v1::ROLE_FACILITATOR || role == v1::ROLE_CAPTAIN;
}

bool is_somebody(v1::Role role) {
  return role == v1::ROLE_PARTICIPANT || role == v1::ROLE_REMOTE;
}

}  // namespace

RecordingDevice::RecordingDevice(std::uint16_t port, const std::string& cafe,
                                 const std::string& token, const std::string& device_key)
    : socket_(port) {
  socket_.upgrade("/cafes/" + cafe + "/live");
  v1::ClientFrame frame;
  frame.mutable_hello()->set_protocol_min(1);
  frame.mutable_hello()->set_protocol_max(1);
  frame.mutable_hello()->set_token(token);
  frame.mutable_hello()->set_device_key(device_key);
  socket_.send_frame(kBinary, frame.SerializeAsString());
  while ((!entered() || seq_ < welcome_.head()) && read_frame()) {
  }
}

bool RecordingDevice::read_frame() {
  const auto frame = socket_.frame();
  if (!frame) return false;
  bytes_ += frame->payload;
  if (frame->opcode == kClose) {
    close_code_ = frame->close_code();
    socket_.send_frame(kClose, frame->payload);
    without_names_ += frame->payload;
    return false;
  }
  v1::ServerFrame message;
  if (frame->opcode != kBinary || !message.ParseFromString(frame->payload)) return true;
  take(message);
  for (v1::Control& control : *message.mutable_control()) {
    if (control.has_directory() && knows_names(welcome_.role())) control.clear_directory();
    if (control.has_personal() && is_somebody(welcome_.role())) control.clear_personal();
  }
  without_names_ += message.SerializeAsString();
  return true;
}

void RecordingDevice::take(const v1::ServerFrame& frame) {
  for (const v1::Control& control : frame.control()) {
    if (control.has_welcome()) welcome_ = control.welcome();
    if (control.has_snapshot_end()) seq_ = control.snapshot_end().seq();
    if (control.has_access_list()) access_list_ = control.access_list();
  }
  for (const v1::Entry& entry : frame.entries()) {
    seq_ = entry.seq();
    if (entry.device() == welcome_.device() && entry.command() == number_) outcome_ = 1;
  }
  for (const v1::Result& result : frame.results()) {
    if (result.command() == number_) outcome_ = result.has_accepted() ? 1 : 2;
  }
}

bool RecordingDevice::send(v1::Command command) {
  command.set_base_seq(seq_);
  outcome_ = 0;
  v1::ClientFrame frame;
  v1::NumberedCommand& numbered = *frame.mutable_commands()->add_commands();
  numbered.set_number(++number_);
  numbered.set_command(command.SerializeAsString());
  socket_.send_frame(kBinary, frame.SerializeAsString());
  while (outcome_ == 0 && read_frame()) {
  }
  return outcome_ == 1;
}

void RecordingDevice::read_until(Seq seq) {
  while (seq_ < seq && read_frame()) {
  }
}

unsigned RecordingDevice::wait_for_close() {
  while (read_frame()) {
  }
  return close_code_;
}

}  // namespace rebond::testing
