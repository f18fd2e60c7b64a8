// How many files and sockets the process may have open.
#include "net/file_limit.h"

#include <sys/resource.h>

namespace rebond {

void raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  static_cast<void>(setrlimit(RLIMIT_NOFILE, &limit));
}

}  // namespace rebond
