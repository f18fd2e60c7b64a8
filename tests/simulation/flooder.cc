// A device that sends far more commands than it may, and the same ones again and again.
#include "tests/simulation/flooder.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "tests/simulation/peek.h"

namespace rebond::sim {
namespace {

constexpr MonotonicMs kEveryMs = 400;
constexpr int kAtOnce = 12;

/// The same for the same number: now and then words to keep, else what a captain may not do.
v1::Command command_of(CommandNumber number) {
  v1::Command command;
  if (number % 10 == 0) {
    command.mutable_salvage_text()->set_text("flood " + std::to_string(number));
  } else {
    command.mutable_end_round();
  }
  return command;
}

}  // namespace

Flooder::Flooder(Setting& setting, ServerProcess& server, std::string token)
    : RawDevice(setting, server),
      token_(std::move(token)),
      device_key_(setting.random.bytes(kSecretBytes)) {}

void Flooder::start() {
  connect();
  flood();
}

void Flooder::flood() {
  setting_.schedule.in(kEveryMs, [this] {
    if (stopped_) return;
    if (device_ && wire_->is_open()) {
      setting_.chronicle.counted(Event::kFlood);
      send_from(decided_ + 1, kAtOnce);
      // Something old as well: perhaps so old that its outcome is forgotten.
      if (decided_ > 0) {
        send_from(1 + static_cast<CommandNumber>(setting_.random.below(decided_)), 1);
      }
    }
    flood();
  });
}

void Flooder::send_from(CommandNumber first, int count) {
  v1::ClientFrame frame;
  for (int i = 0; i < count; ++i) {
    const CommandNumber number = first + static_cast<CommandNumber>(i);
    const v1::Command command = command_of(number);
    v1::NumberedCommand& numbered = *frame.mutable_commands()->add_commands();
    numbered.set_number(number);
    numbered.set_command(command.SerializeAsString());
    setting_.history.sent(*device_, number, command);
  }
  say(frame);
}

void Flooder::received(const std::string& message) {
  if (!device_) {
    v1::ServerFrame frame;
    if (!frame.ParseFromString(message)) return setting_.history.trouble("no frame for a flooder");
    for (const v1::Control& control : frame.control()) {
      if (!control.has_welcome()) continue;
      device_ = control.welcome().device();
      last_ = control.welcome().last_command();
    }
  }
  each_result(message, [this](const v1::Result& result) { on_result(result); });
}

void Flooder::on_result(const v1::Result& result) {
  if (result.rejection().code() == v1::REJECTION_CODE_RATE_LIMITED) {
    setting_.chronicle.counted(Event::kRateRefusal);
  }
  if (is_for_later(result)) return;
  const CommandNumber number = result.command();
  if (number + kOutcomesKept <= std::max(decided_, last_) && result.has_accepted() &&
      number % 10 != 0) {
    // EO7: done, and no more is known of it.
    setting_.chronicle.counted(Event::kForgottenOutcome);
    return;
  }
  decided_ = std::max(decided_, number);
  setting_.history.told(*device_, outcome_of(result));
}

void Flooder::closed(std::uint16_t) {
  device_.reset();
  setting_.schedule.in(1'000, [this] {
    if (!stopped_) connect();
  });
}

}  // namespace rebond::sim
