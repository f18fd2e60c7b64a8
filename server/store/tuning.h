// What tests make small, so that little work does much.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace rebond {

/// Sizes and times of the store; what a server runs with unless a test says otherwise.
struct StoreTuning {
  /// What a family gathers in memory before it becomes a table.
  std::size_t write_buffer_bytes = 64 * 1024 * 1024;
  /// What a restart has to read again: a second or two.
  std::uint64_t log_bytes_max = 256 * 1024 * 1024;
  /// How long after a write the watermark follows.
  std::chrono::milliseconds note_progress_after = std::chrono::seconds(1);
};

}  // namespace rebond
