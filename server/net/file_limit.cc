// How many files and sockets the process may have open.
#include "net/file_limit.h"

#include <sys/resource.h>

namespace rebond {

namespace {

// What the store may have open, and some for the pages, the log and the terminal.
constexpr std::size_t kFilesReserved = 512;

}  // namespace

void raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  static_cast<void>(setrlimit(RLIMIT_NOFILE, &limit));
}

std::size_t sockets_allowed() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return kFilesReserved;
  const auto files = static_cast<std::size_t>(limit.rlim_cur);
  // Where very little is granted, half of it.
  return files > 2 * kFilesReserved ? files - kFilesReserved : files / 2;
}

}  // namespace rebond
