// Rounds of load and kill -9 against the real server, and the reckoning after them.
#include "tests/crash/rounds.h"

#include <algorithm>

#include "base/random.h"
#include "tests/crash/campaign.h"

namespace rebond::crash {
namespace {

// A café that lives through more grows too large for a quick round.
constexpr std::size_t kRoundsOfACafe = 20;

}  // namespace

RoundsReport play_rounds(const RoundsOptions& options) {
  RoundsReport report;
  SeededRandom chance(options.seed);
  std::size_t left = options.rounds;
  while (left > 0 && report.findings.empty()) {
    const std::size_t now = std::min(left, kRoundsOfACafe);
    Campaign(options, chance, report).play(now);
    left -= now;
  }
  return report;
}

}  // namespace rebond::crash
