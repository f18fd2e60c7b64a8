// Whatever goes wrong in a simulated evening: when, and to whom, by chance.
#include "tests/simulation/trouble.h"

#include <string>

namespace rebond::sim {
namespace {

constexpr std::uint64_t kEveryMs = 4'000;
constexpr double kMinuteMs = 60'000;

}  // namespace

void Trouble::start() {
  setting_.schedule.in(setting_.below_ms(kEveryMs), [this] {
    if (stopped_) return;
    strike();
    start();
  });
}

void Trouble::stop() {
  stopped_ = true;
  for (const auto& actor : actors_) actor->set_clogged(false);
  server_.set_read_only(false);
}

void Trouble::strike() {
  const std::uint64_t dice = setting_.random.below(24);
  if (dice < 8) return strike_server(dice);
  if (dice < 14) return strike_page(dice - 8);
  return strike_wire(dice - 14);
}

void Trouble::strike_server(std::uint64_t kind) {
  switch (kind) {
    case 0:
    case 1:
      return crash();
    case 2:
      return server_.fail_disk();
    case 3:
      return server_.jump_clock((setting_.one_in(2) ? -1 : 1) * kMinuteMs *
                                static_cast<double>(1 + setting_.random.below(100)));
    case 4:
      return fill_disk();
    case 5:
      return cut_all();
    default:
      return swizzle();
  }
}

void Trouble::strike_page(std::uint64_t kind) {
  Actor& actor = somebody();
  switch (kind) {
    case 0:
      return actor.reload_keeping();
    case 1:
      return actor.reload_losing();
    case 2:
      return actor.replace_device();
    case 3:
      return actor.open_second_tab();
    default:
      return actor.send_again();
  }
}

void Trouble::strike_wire(std::uint64_t kind) {
  Wire* wire = somebody().wire();
  if (wire == nullptr || !wire->is_open()) return;
  switch (kind) {
    case 0:
    case 1:
      setting_.happened(Event::kHalfOpenToServer);
      return wire->mute_to_server();
    case 2:
    case 3:
      setting_.happened(Event::kHalfOpenToClient);
      return wire->mute_to_client(static_cast<int>(setting_.random.below(4)));
    case 4:
    case 5:
      setting_.happened(Event::kCut);
      return wire->cut();
    default:
      setting_.happened(Event::kStall);
      return wire->stall(setting_.below_ms(20'000));
  }
}

void Trouble::crash() {
  // Now and then it dies again while it opens the café, and the date has changed meanwhile.
  const int deaths = setting_.one_in(3) ? 1 + static_cast<int>(setting_.random.below(2)) : 0;
  const MonotonicMs down = setting_.below_ms(5'000);
  server_.crash(down, deaths);
  if (setting_.one_in(4) && down > 1) {
    setting_.schedule.in(
        down / 2, [this] { server_.jump_clock((setting_.one_in(2) ? -1 : 1) * 60 * kMinuteMs); });
  }
}

void Trouble::fill_disk() {
  if (server_.read_only()) return;
  server_.set_read_only(true);
  setting_.schedule.in(setting_.below_ms(10'000), [this] {
    if (server_.read_only()) server_.set_read_only(false);
  });
}

void Trouble::cut_all() {
  for (const auto& actor : actors_) {
    setting_.schedule.in(setting_.below_ms(1'000), [this, &actor] {
      if (actor->wire() == nullptr) return;
      setting_.happened(Event::kCut);
      actor->wire()->cut();
    });
  }
}

void Trouble::swizzle() {
  const MonotonicMs stopping = 1 + setting_.below_ms(3'000);
  const std::uint64_t releasing = 1 + setting_.random.below(setting_.one_in(3) ? 15'000 : 4'000);
  for (const auto& actor : actors_) {
    if (setting_.one_in(4)) continue;
    const MonotonicMs at = setting_.below_ms(static_cast<std::uint64_t>(stopping));
    setting_.schedule.in(at, [this, &actor] {
      if (!stopped_) actor->set_clogged(true);
    });
    setting_.schedule.in(stopping + setting_.below_ms(releasing),
                         [&actor] { actor->set_clogged(false); });
  }
}

}  // namespace rebond::sim
