// Turns the cafés read-only before the disk is full.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "net/timer.h"

namespace rebond {

/// In bytes.
struct DiskSpace {
  /// What may still be written.
  std::uint64_t free = 0;
  std::uint64_t capacity = 0;
};

/// None when they cannot be told.
using FreeSpace = std::function<std::optional<DiskSpace>()>;

/// Asks the system about the disk of `folder`.
FreeSpace free_space_of(std::filesystem::path folder);

/// Decides from one measurement to the next.
class SpaceGuard {
 public:
  /// Without a minimum: 5 % of the disk, 1 GiB at most.
  explicit SpaceGuard(std::optional<std::uint64_t> min_free_bytes)
      : min_free_bytes_(min_free_bytes) {}

  /// Whether the cafés must be read-only now. Once they are, a quarter more than the minimum must
  /// be free before they are not: a disk at the edge would tell every screen each second.
  bool read_only(const DiskSpace& disk);

 private:
  std::optional<std::uint64_t> min_free_bytes_;
  bool read_only_ = false;
};

/// Looks again and again: what is written between two looks is far less than the minimum.
class SpaceWatch {
 public:
  /// `on_change` is called with true when the cafés must become read-only, false when they need
  /// not be any more.
  SpaceWatch(const boost::asio::any_io_executor& executor,
             std::optional<std::uint64_t> min_free_bytes, FreeSpace free_space,
             std::function<void(bool)> on_change, int look_every_ms);

  /// Looks at once and from then on.
  void start();
  void stop();

 private:
  SpaceGuard guard_;
  FreeSpace free_space_;
  std::function<void(bool)> on_change_;
  bool read_only_ = false;
  int look_every_ms_;
  Timer timer_;
};

}  // namespace rebond
