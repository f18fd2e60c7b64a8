// Measures what both sides use during a run.
#include "loadtest/scenario.h"

namespace rebond::loadtest {

Meter::Meter(pid_t server)
    : server_(server),
      start_(SteadyClock::now()),
      own_(own_usage()),
      server_usage_(usage_of(server)) {}

void Meter::finish(Report& report) const {
  report.seconds = std::chrono::duration<double>(SteadyClock::now() - start_).count();
  report.own_cpu_seconds = own_usage().cpu_seconds - own_.cpu_seconds;
  if (server_ <= 0) return;
  const Usage now = usage_of(server_);
  report.server_cpu_seconds = now.cpu_seconds - server_usage_.cpu_seconds;
  report.server_bytes_after = now.memory_bytes;
}

}  // namespace rebond::loadtest
