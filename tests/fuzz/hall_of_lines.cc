// A café and its connections, as the fuzzer of frames and the writer of its seeds know them.
#include "tests/fuzz/hall_of_lines.h"

#include "base/check.h"
#include "tests/fuzz/whole.h"

namespace rebond::fuzz {
namespace {

constexpr MonotonicMs kWaitMs = 1'500;

/// Small, so that a short script reaches them; fast enough that few commands come too early.
Limits small_limits() {
  Limits limits;
  limits.commands_per_second = 1'000;
  limits.commands_burst = 48;
  limits.ring_entries = 12;
  limits.ring_bytes = 8 * 1024;
  limits.resume_entries = 20;
  limits.snapshot_entries = 8;
  limits.cards = 48;
  limits.people = 8;
  return limits;
}

}  // namespace

HallOfLines::HallOfLines() : hall_(small_limits()) {
  const CafeLinks& links = hall_.links;
  for (const std::string& token :
       {links.facilitator, links.captains[0], links.captains[1], links.screen, links.participant,
        links.remote, links.expert, std::string(kSecretBytes, '?')}) {
    lines_.push_back(std::make_unique<Line>(
        hall_, token,
        std::string(kSecretBytes, static_cast<char>('a' + static_cast<int>(lines_.size())))));
  }
}

void HallOfLines::act(const Act& act) {
  Line& line = *lines_[act.number() % kLines];
  const auto deed = static_cast<Deed>(act.number() / kLines % 8);
  switch (deed) {
    case Deed::kEnter:
      line.enter();
      settle();
      break;
    case Deed::kHangUp:
      line.hang_up();
      break;
    case Deed::kWait:
      // Up to 12 minutes, so that rounds are locked and who is silent is gone.
      hall_.clock.advance(kWaitMs << (act.number() / (8 * kLines) % 10));
      break;
    case Deed::kIgnore:
    case Deed::kRead:
      line.read(deed == Deed::kRead);
      break;
    case Deed::kRestart:
      for (const auto& other : lines_) other->lose();
      hall_.crash(act.number() / (8 * kLines) % 8);
      break;
    default:
      break;
  }
  if (!act.command().empty()) line.say(act.command());
  if (deed != Deed::kHurry) settle();
}

void HallOfLines::settle() {
  for (bool quiet = false; !quiet;) {
    quiet = true;
    hall_.settle();
    for (const auto& line : lines_) quiet = !line->arrive() && quiet;
  }
}

std::shared_ptr<const State> HallOfLines::state() {
  std::shared_ptr<const State> shared;
  hall_.room().share_state([&](std::shared_ptr<const State> state) { shared = std::move(state); });
  hall_.settle();
  CHECK(shared != nullptr);
  return shared;
}

void HallOfLines::check() {
  // A round that was ended is locked, and the relay flushes a moment after what is new.
  for (const MonotonicMs ms : {MonotonicMs{kRoundGraceMs}, kWaitMs, kWaitMs}) {
    hall_.clock.advance(ms);
    settle();
  }
  const auto before = state();
  check_whole(*before);
  for (const auto& line : lines_) {
    if (!line->follows()) continue;
    CHECK(line->replica().seq() == before->seq());
    CHECK(line->replica().state().digest() == before->digest());
  }
  for (const auto& line : lines_) line->lose();
  hall_.crash();
  CHECK(state()->digest() == before->digest());  // ST3
}

}  // namespace rebond::fuzz
