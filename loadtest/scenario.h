// What a run needs, and the scenarios.
#pragma once

#include <cstddef>
#include <string>
#include <sys/types.h>

#include "base/result.h"
#include "clients/cpp/address.h"
#include "loadtest/report.h"

namespace rebond::loadtest {

struct Scene {
  ServerAddress server;
  /// -1: the server is not ours, its processor time and memory are not known.
  pid_t server_pid = -1;
  double seconds = 10;
  /// Entries a second, for hall.
  double rate = 20;
  /// So many more who stop reading once they are there, for hall.
  std::size_t stalled = 0;
  /// What goes on beside the run, for hall: a name of attack_names(), or nothing.
  std::string attack;
};

// Each fails when the run could not be carried out; what it measured is in the report, good or bad.

/// One café, one writer at a steady rate, `readers` that look.
Result<Report> run_hall(const Scene& scene, std::size_t readers);

/// A real café compressed in time: 7 tables, 35 people, 4 rounds of `seconds` each; everybody keeps
/// the whole state.
Result<Report> run_evening(const Scene& scene);

/// `clients` connections on which nothing happens.
Result<Report> run_idle(const Scene& scene, std::size_t clients);

/// Measures what passes between its birth and finish().
class Meter {
 public:
  explicit Meter(pid_t server);

  /// Adds what was used since the birth.
  void finish(Report& report) const;

 private:
  pid_t server_;
  Moment start_;
  Usage own_;
  Usage server_usage_;
};

}  // namespace rebond::loadtest
