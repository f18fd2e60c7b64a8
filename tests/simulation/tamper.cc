// Faults that a network or a careless server would make of what a client sends.
#include "tests/simulation/tamper.h"

#include "rebond/v1/command.pb.h"
#include "rebond/v1/frame.pb.h"

namespace rebond::sim {
namespace {

/// The client's place in the history, one too far.
bool resume_too_late(v1::ClientFrame& frame) {
  if (!frame.has_hello() || frame.hello().resume_seq() == 0) return false;
  frame.mutable_hello()->set_resume_seq(frame.hello().resume_seq() + 1);
  return true;
}

/// An idea without its last character.
bool shorten(v1::ClientFrame& frame) {
  bool shortened = false;
  for (v1::NumberedCommand& numbered : *frame.mutable_commands()->mutable_commands()) {
    v1::Command command;
    if (!command.ParseFromString(numbered.command()) || !command.has_add_card() ||
        command.add_card().text().size() < 2) {
      continue;
    }
    command.mutable_add_card()->mutable_text()->pop_back();
    numbered.set_command(command.SerializeAsString());
    shortened = true;
  }
  return shortened;
}

}  // namespace

std::string tampered(const Setting& setting, std::string message) {
  const bool resume = setting.fault == Fault::kResumeOffByOne;
  if (!resume && setting.fault != Fault::kDropCharacter) return message;
  v1::ClientFrame frame;
  if (!frame.ParseFromString(message)) return message;
  const bool changed = resume ? resume_too_late(frame) : frame.has_commands() && shorten(frame);
  return changed ? frame.SerializeAsString() : message;
}

}  // namespace rebond::sim
