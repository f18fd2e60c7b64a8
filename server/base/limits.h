// Every limit of Rebond, in one place; docs/protocol.md quotes it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rebond {

/// The limits in force. Those that an operator may change have a name in limits.cc.
struct Limits {
  // Frames and commands.
  std::uint32_t message_bytes = 64 * 1024;
  std::uint32_t commands_per_second = 20;
  std::uint32_t commands_burst = 60;
  std::uint32_t commands_unacknowledged = 64;
  // What a connection may send, commands or not: far more than a page or a load test does.
  std::uint32_t frames_per_second = 100;
  std::uint32_t frames_burst = 500;
  // How often a connection may be told no: an evening's queue may be refused at once.
  std::uint32_t rejections_per_second = 10;
  std::uint32_t rejections_burst = 300;
  std::uint32_t command_text_bytes = 4 * 1024;

  // Texts.
  std::uint32_t card_code_points = 4'000;
  std::uint32_t text_bytes = 64 * 1024;
  std::uint32_t text_runs = 2'000;
  std::uint32_t text_pieces = 4'000;

  // A café.
  std::uint32_t cards = 10'000;
  std::uint32_t links = 40'000;
  std::uint32_t groups = 1'000;
  std::uint32_t people = 2'000;
  // Each Hello with a new key makes one: far more than all people and reloads of an evening.
  std::uint32_t devices = 50'000;
  std::uint32_t accesses = 1'000;
  std::uint32_t accesses_each = 20;
  std::uint32_t plan_bytes = 1024 * 1024;
  // A whole café as one file, to move it to another laptop.
  std::uint32_t cafe_file_bytes = 64 * 1024 * 1024;

  // What the relay keeps and sends.
  std::uint32_t ring_bytes = 4 * 1024 * 1024;
  std::uint32_t ring_entries = 4'096;
  std::uint32_t resume_entries = 5'000;
  // Recovery reads at most about so many entries behind the snapshot: well under a second.
  std::uint32_t snapshot_entries = 2'000;

  // Connections.
  std::uint32_t connections = 20'000;
  std::uint32_t connections_per_address = 2'000;
  std::uint32_t pending_handshakes = 256;
  std::uint32_t hello_timeout_ms = 5'000;
  std::uint32_t write_timeout_ms = 15'000;
  std::uint32_t http_header_bytes = 8 * 1024;
  std::uint32_t http_header_timeout_ms = 10'000;
  std::uint32_t http_body_timeout_ms = 30'000;
};

// Fixed: formats and clients rely on them.
inline constexpr std::size_t kSlabBytes = 64 * 1024;
inline constexpr std::size_t kMessageAimBytes = 64 * 1024;
inline constexpr std::size_t kMessageBytesMax = 256 * 1024;
inline constexpr std::size_t kEntryBytesMax = 256 * 1024;
inline constexpr std::size_t kSnapshotChunkBytes = 64 * 1024;
inline constexpr std::size_t kSnapshotBytesMax = 16 * 1024 * 1024;
inline constexpr std::uint32_t kOutcomesKept = 256;
inline constexpr std::uint32_t kRoundGraceMs = 60'000;
inline constexpr std::size_t kSecretBytes = 16;
inline constexpr std::uint32_t kRetentionDaysMax = 3'650;
// How far above the highest known device number those of a new epoch begin.
inline constexpr std::uint32_t kDeviceNumbersApart = 1U << 20U;
inline constexpr std::uint32_t kProtocolVersion = 1;

/// Applies "NAME=VALUE" as given to --limit; fails with the names that exist.
Result<void> set_limit(Limits& limits, std::string_view assignment);

/// The names that set_limit() knows.
std::vector<std::string> limit_names();

}  // namespace rebond
