// Stops the process at our own bugs, in every build.
#pragma once

namespace rebond {

/// Prints the condition and the place on stderr and aborts.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace rebond

/// What only a bug of ours can break. What the outside can cause is a Result.
#define CHECK(condition) \
  (static_cast<bool>(condition) ? void(0) : ::rebond::check_failed(#condition, __FILE__, __LINE__))
