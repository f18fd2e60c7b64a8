// A client that breaks the protocol on its own connection, again and again.
#pragma once

#include <cstdint>
#include <string>

#include "tests/simulation/raw_device.h"

namespace rebond::sim {

/// Tries one misdeed after the other; each must close its connection, with the right code, and
/// must not get it anything (rules HS1, HS2, HS7).
class Hostile final : public RawDevice {
 public:
  Hostile(Setting& setting, ServerProcess& server) : RawDevice(setting, server) {}

  /// Goes on until stop().
  void start();
  void stop() { stopped_ = true; }

  // WireEnd.
  void opened() override;
  void received(const std::string& message) override;
  void closed(std::uint16_t code) override;

 private:
  enum class Misdeed {
    kGarbage,
    kNoHello,
    kSilence,
    kUnknownToken,
    kShortToken,
    kOldProtocol,
    kGarbageLater,
    kHelloTwice,
    kTooMany,
    kCount,
  };

  void attempt();
  void greet_properly();
  std::uint16_t expected() const;
  bool may_be_welcomed() const { return misdeed_ >= Misdeed::kGarbageLater; }

  bool stopped_ = false;
  Misdeed misdeed_ = Misdeed::kGarbage;
  bool open_ = false;
  bool welcomed_ = false;
};

}  // namespace rebond::sim
