// Stops the process at our own bugs, in every build.
#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace rebond {

void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "rebond: internal error at %s:%d: %s\n", file, line, condition);
  std::abort();
}

}  // namespace rebond
