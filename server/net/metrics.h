// What /metrics says about the server, in the words of Prometheus.
#pragma once

#include <cstdint>
#include <string>

namespace rebond {

struct Site;

/// Sums over all cafés; no café and no person can be told from them.
struct Measurements {
  std::size_t cafes = 0;
  std::size_t http_connections = 0;
  std::size_t live_connections = 0;
  std::size_t pending_handshakes = 0;
  std::uint64_t entries = 0;
  std::uint64_t commands = 0;
  std::uint64_t rejections = 0;
  std::uint64_t snapshots_sent = 0;
  std::uint64_t bytes_sent = 0;
  std::uint64_t alarms = 0;
  bool read_only = false;
};

Measurements measure(const Site& site);

/// In Prometheus' text format.
std::string metrics_text(const Measurements& measured);

}  // namespace rebond
