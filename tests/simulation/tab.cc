// One page that is open on a device: the real client session on a simulated wire.
#include "tests/simulation/tab.h"

#include <algorithm>
#include <utility>

#include "tests/simulation/peek.h"

namespace rebond::sim {

Tab::Tab(int client, Setting& setting, ServerProcess& server, const Link& link, TabHost& host,
         const SessionOptions& options)
    : client_(client),
      setting_(setting),
      server_(server),
      link_(link),
      host_(host),
      session_(options, *this, setting.schedule.clock(), setting.random, *this) {}

Tab::~Tab() = default;

void Tab::vanish() {
  vanished_ = true;
  if (wire_ != nullptr) wire_->client_vanishes();
}

void Tab::ask(CommandNumber number, const v1::Command& command) {
  if (!session_.live() || wire_ == nullptr) return;
  asked_.insert(number);
  v1::ClientFrame frame;
  v1::NumberedCommand& numbered = *frame.mutable_commands()->add_commands();
  numbered.set_number(number);
  numbered.set_command(command.SerializeAsString());
  wire_->client_sends(frame.SerializeAsString());
}

void Tab::connect() {
  welcomed_ = false;
  // A page that has lost the device says so to the person and stays as it is.
  if (!host_.is_owner(*this)) vanished_ = true;
  if (vanished_) return;
  wire_ = std::make_shared<Wire>(setting_, link_, *this);
  server_.attach(wire_);
  host_.on_wire(wire_);
  wire_->open(server_.room());
}

void Tab::close() {
  if (welcomed_ && !host_.is_owner(*this) && wire_->is_healthy()) {
    setting_.history.trouble("a tab whose device was taken over was not closed");
  }
  wire_->client_closes();
}

void Tab::wake_at(MonotonicMs when) {
  setting_.schedule.in(std::max<MonotonicMs>(when - setting_.now(), 0), [this] {
    if (!vanished_) session_.tick();
  });
}

void Tab::opened() {
  if (!vanished_) session_.on_open();
}

void Tab::received(const std::string& message) {
  if (vanished_) return;
  each_result(message, [this](const v1::Result& result) { on_result(result); });
  session_.on_frame(message);
}

void Tab::closed(std::uint16_t code) {
  if (!vanished_) session_.on_closed(code, "");
}

void Tab::on_result(const v1::Result& result) {
  const v1::RejectionCode code = result.rejection().code();
  if (code == v1::REJECTION_CODE_RATE_LIMITED) setting_.chronicle.counted(Event::kRateRefusal);
  if (code == v1::REJECTION_CODE_READ_ONLY) setting_.chronicle.counted(Event::kReadOnlyRefusal);
  if (is_for_later(result) || asked_.erase(result.command()) == 0) return;
  on_outcome(outcome_of(result));
}

void Tab::on_welcome(const v1::Welcome& welcome) {
  welcomed_ = true;
  if (host_.must_be_refused()) {
    setting_.history.trouble("a link that was taken back opened the café again");
  }
  awaits_snapshot_ = welcome.mode() == v1::RESUME_MODE_SNAPSHOT;
  if (!awaits_snapshot_ && session_.state().seq() > 0) {
    setting_.chronicle.counted(Event::kResumed);
  }
  if (!std::exchange(welcomed_once_, true)) host_.on_first_welcome(*this);
}

void Tab::on_snapshot() {
  setting_.chronicle.counted(Event::kSnapshotSent);
  // Nobody announced it in a Welcome: the ring had moved on.
  if (!std::exchange(awaits_snapshot_, false)) setting_.happened(Event::kRingOverflow);
  note_copy();
}

void Tab::on_entry(const v1::Entry& entry) {
  setting_.history.seen(client_, entry);
  if (entry.what() == v1::WHAT_JOINED && entry.device() == session_.welcome().device()) {
    setting_.chronicle.counted(Event::kJoin);
  }
  note_copy();
}

void Tab::note_copy() {
  setting_.history.holds(client_, session_.state().seq(), session_.state().digest().bytes());
}

void Tab::on_outcome(const Outcome& outcome) {
  setting_.history.told(session_.welcome().device(), outcome);
  host_.on_settled(*this, outcome);
}

void Tab::on_ended(const Ending& ending) {
  const bool refused =
      ending.code == v1::CLOSE_CODE_REMOVED || ending.code == v1::CLOSE_CODE_UNAUTHENTICATED;
  if (refused && host_.may_be_refused()) return setting_.happened(Event::kShownOut);
  if (ending.code == v1::CLOSE_CODE_SUPERSEDED) {
    setting_.happened(Event::kTakeover, "client " + std::to_string(client_));
    if (host_.is_owner(*this)) host_.on_superseded();
    return;
  }
  setting_.history.trouble("client " + std::to_string(client_) + " ended: " + ending.message + " " +
                           std::to_string(ending.code));
}

void Tab::on_trouble(const Error& trouble) {
  setting_.history.trouble("client " + std::to_string(client_) + ": " + describe(trouble));
}

}  // namespace rebond::sim
