// Tablets that are lent for a while: the facilitator gives a link, and takes it back.
#include "tests/simulation/lender.h"

#include <algorithm>

#include "base/limits.h"
#include "core/founding.h"

namespace rebond::sim {
namespace {

constexpr std::uint64_t kEveryMs = 15'000;
constexpr std::uint64_t kActEveryMs = 2'000;
constexpr int kFirstNumber = 100;
// A founding gives so many links before any is lent.
constexpr Id kFoundingLinks = 8;

}  // namespace

void Lender::start(Actor& facilitator) {
  facilitator_ = &facilitator;
  go_on();
}

void Lender::go_on() {
  setting_.schedule.in(setting_.below_ms(kEveryMs), [this] {
    if (stopped_) return;
    // An answer that a reload has lost leaves it open what was given: then nothing more is lent.
    if (!waits_) out_ ? take_back() : give();
    go_on();
  });
}

void Lender::give() {
  const std::string token = setting_.random.bytes(kSecretBytes);
  v1::Command command;
  command.mutable_give_access()->set_token(token);
  command.mutable_give_access()->set_role(v1::ROLE_CAPTAIN);
  command.mutable_give_access()->set_table(
      table_id(1 + static_cast<std::uint32_t>(setting_.random.below(3))));
  waits_ = facilitator_->ask(command, [this, token](const Outcome& outcome) {
    waits_ = false;
    // The table may have been withdrawn meanwhile.
    if (outcome.rejection.code() == v1::REJECTION_CODE_NOT_FOUND) return;
    if (!outcome.accepted) {
      return setting_.history.trouble("a link could not be given: " + outcome.rejection.remedy());
    }
    setting_.happened(Event::kLent);
    out_ = true;
    const int number = kFirstNumber + static_cast<int>(tablets_.size());
    tablets_.push_back(std::make_unique<Actor>(number, setting_, server_, token));
    tablets_.back()->start();
    keep_acting(*tablets_.back());
  });
}

Id Lender::lent_access() const {
  Id lent = 0;
  std::size_t given = 0;
  for (const v1::AccessEntry& entry : facilitator_->accesses().access()) {
    if (entry.access() <= kFoundingLinks || entry.role() != v1::ROLE_CAPTAIN) continue;
    ++given;
    if (!entry.revoked()) lent = entry.access();
  }
  // A list that is not the newest yet names another link.
  return given == tablets_.size() ? lent : 0;
}

void Lender::take_back() {
  v1::Command command;
  if (lent_access() == 0) return;
  command.mutable_revoke_access()->set_access(lent_access());
  waits_ = facilitator_->ask(command, [this](const Outcome& outcome) {
    waits_ = false;
    if (!outcome.accepted) return setting_.history.trouble("a link could not be taken back");
    on_taken_back();
  });
  if (waits_) tablets_.back()->set_leave(Leave::kMayGo);
}

void Lender::on_taken_back() {
  setting_.happened(Event::kTakenBack);
  out_ = false;
  Actor& tablet = *tablets_.back();
  tablet.set_leave(Leave::kMustGo);
  // What the café holds by now may be the tablet's; nothing after it can be.
  const DeviceNumber device = tablet.session().welcome().device();
  if (Room* room = server_.room(); room != nullptr && device != 0) {
    setting_.history.last_entry_of(device, room->stats().head);
  }
}

void Lender::keep_acting(Actor& tablet) {
  setting_.schedule.in(setting_.below_ms(kActEveryMs), [this, &tablet] {
    if (stopped_ || tablet.session().ended()) return;
    tablet.act();
    keep_acting(tablet);
  });
}

void Lender::stop() {
  stopped_ = true;
  for (const auto& tablet : tablets_) {
    if (tablet->leave() == Leave::kMustGo && tablet->session().ended()) tablet->knock();
  }
}

bool Lender::settled(Seq head) const {
  return std::all_of(tablets_.begin(), tablets_.end(), [head](const auto& tablet) {
    if (tablet->session().ended()) return true;
    const bool here =
        tablet->session().live() && tablet->settled() && tablet->session().state().seq() == head;
    return here && tablet->leave() != Leave::kMustGo;
  });
}

}  // namespace rebond::sim
