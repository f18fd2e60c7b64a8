// A device that sends far more commands than it may, and the same ones again and again.
#pragma once

#include <optional>
#include <string>

#include "tests/simulation/raw_device.h"

namespace rebond::sim {

/// A tablet of a captain that pays no heed to any limit. Its numbers are honest, nothing else is.
class Flooder final : public RawDevice {
 public:
  Flooder(Setting& setting, ServerProcess& server, std::string token);

  /// Floods until stop().
  void start();
  void stop() { stopped_ = true; }

  // WireEnd.
  void opened() override { say(hello(token_, device_key_)); }
  void received(const std::string& message) override;
  void closed(std::uint16_t code) override;

 private:
  void flood();
  void send_from(CommandNumber first, int count);
  void on_result(const v1::Result& result);

  std::string token_;
  std::string device_key_;
  bool stopped_ = false;
  std::optional<DeviceNumber> device_;
  CommandNumber decided_ = 0;
  /// What Welcome said: the results of some of them may have been lost.
  CommandNumber last_ = 0;
};

}  // namespace rebond::sim
