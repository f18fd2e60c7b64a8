// A café and its connections, as the fuzzer of frames and the writer of its seeds know them.
#pragma once

#include <memory>
#include <vector>

#include "tests/fuzz/line.h"
#include "tests/fuzz/script.h"

namespace rebond::fuzz {

/// What `number` of an act says: its lowest bits who, the next ones what.
enum class Deed : std::uint32_t {
  kSay,    // its bytes are a frame
  kEnter,  // says its own Hello first, on a new connection, then its bytes
  kHangUp,
  kWait,     // time passes
  kIgnore,   // stops to read
  kRead,     // reads again
  kHurry,    // says its bytes before anything that went before is durable
  kRestart,  // the server dies and is started again
};
inline constexpr std::uint32_t kLines = 8;

inline Act act_of(std::uint32_t who, Deed deed, std::string bytes = {}) {
  Act act;
  act.set_number(who + kLines * static_cast<std::uint32_t>(deed));
  act.set_command(std::move(bytes));
  return act;
}

/// Always the same café, with the same tokens.
class HallOfLines {
 public:
  HallOfLines();

  /// Carries out one act.
  void act(const Act& act);

  /// Everybody who follows has the state of the server, and the server finds it again on its disk.
  void check();

  test::Hall& hall() { return hall_; }

 private:
  void settle();
  std::shared_ptr<const State> state();

  test::Hall hall_;
  std::vector<std::unique_ptr<Line>> lines_;
};

}  // namespace rebond::fuzz
