// What a process has used: processor time and memory.
#pragma once

#include <cstdint>
#include <sys/types.h>

namespace rebond::loadtest {

struct Usage {
  /// User and system together.
  double cpu_seconds = 0;
  /// Resident.
  std::uint64_t memory_bytes = 0;
};

/// Zeros when there is no such process.
Usage usage_of(pid_t pid);
Usage own_usage();

/// Raises the limit of open files as far as it goes; how many there may be.
std::uint64_t raise_file_limit();

}  // namespace rebond::loadtest
