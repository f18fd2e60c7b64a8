// A simulated device with a person at it: its pages, its memory, and what they do.
#include "tests/simulation/actor.h"

#include <iterator>
#include <utility>

#include "base/limits.h"
#include "tests/simulation/acts.h"

namespace rebond::sim {
namespace {

constexpr std::size_t kWaitingMax = 20;

}  // namespace

Actor::Actor(int number, Setting& setting, ServerProcess& server, std::string token)
    : number_(number), setting_(setting), server_(server), token_(std::move(token)) {
  memory_.device_key = setting.random.bytes(kSecretBytes);
  open_tab();
}

void Actor::open_tab() {
  SessionOptions options;
  options.token = token_;
  options.device_key = memory_.device_key;
  to_ask_.clear();
  ++pages_;
  tabs_.push_back(std::make_unique<Tab>(number_, setting_, server_, link_, *this, options));
}

void Actor::start() {
  started_ = true;
  tab().start();
}

bool Actor::may_write() const {
  return session().can_write() && !session().ended() && session().waiting() <= kWaitingMax;
}

void Actor::act() {
  if (!may_write()) return;
  ClientSession& session = tab().session();
  const std::string words = "a" + std::to_string(number_) + "." + std::to_string(++written_);
  send(random_command(setting_.random, session, words));
}

bool Actor::ask(v1::Command command, std::function<void(const Outcome&)> then) {
  if (!started_ || !may_write()) return false;
  send(std::move(command));
  if (!memory_.waiting.empty()) asked_for_[memory_.waiting.rbegin()->first] = std::move(then);
  return true;
}

void Actor::send(v1::Command command) {
  ClientSession& session = tab().session();
  memory_.ids_made = counter_of(session.new_id());
  command.set_base_seq(session.replica().seq());
  const Result<CommandNumber> number = session.send(command);
  if (!number) return setting_.history.trouble(describe(number.error()));
  setting_.history.sent(session.welcome().device(), *number, command);
  memory_.waiting.emplace(*number, std::move(command));
}

void Actor::send_again() {
  if (!session().live() || settled_.empty()) return;
  const auto chosen = std::next(
      settled_.begin(), static_cast<std::ptrdiff_t>(setting_.random.below(settled_.size())));
  setting_.happened(Event::kSentAgain);
  tab().ask(chosen->first, chosen->second);
}

void Actor::reload_keeping() {
  if (!remembers()) return replace_device();
  setting_.happened(Event::kReloadKeeping, std::to_string(memory_.waiting.size()) + " wait");
  tab().vanish();
  open_tab();
  tab().start();
}

void Actor::reload_losing() {
  if (!remembers()) return replace_device();
  setting_.happened(Event::kReloadLosing, std::to_string(memory_.waiting.size()) + " waited");
  // What was on the way is lost as well: nobody knows those numbers any more.
  if (wire() != nullptr) wire()->cut();
  tab().vanish();
  memory_.waiting.clear();
  asked_for_.clear();
  open_tab();
  tab().start();
}

void Actor::replace_device() {
  if (!started_) return;
  setting_.happened(Event::kNewDevice);
  tab().vanish();
  memory_ = Memory{};
  pages_ = 0;
  memory_.device_key = setting_.random.bytes(kSecretBytes);
  settled_.clear();
  asked_for_.clear();
  open_tab();
  tab().start();
}

void Actor::knock() {
  knocks_ = true;
  tab().vanish();
  open_tab();
  tab().start();
}

void Actor::open_second_tab() {
  if (!remembers() || !session().live()) return;
  open_tab();
  tab().start();
}

void Actor::set_clogged(bool clogged) {
  if (link_.clogged == clogged) return;
  link_.clogged = clogged;
  setting_.happened(clogged ? Event::kClog : Event::kRelease, "client " + std::to_string(number_));
  if (clogged) return;
  for (const std::weak_ptr<Wire>& weak : std::vector<std::weak_ptr<Wire>>(wires_)) {
    if (const auto wire = weak.lock()) wire->released();
  }
}

void Actor::on_first_welcome(Tab& tab) {
  const v1::Welcome& welcome = tab.session().welcome();
  if (!is_owner(tab) || welcome.device() == 0 || welcome.must_join()) return;
  while (memory_.ids_made > 0 && counter_of(tab.session().new_id()) < memory_.ids_made) {
  }
  for (const auto& [number, command] : memory_.waiting) {
    setting_.chronicle.counted(Event::kAskedAgain);
    if (number <= welcome.last_command()) {
      to_ask_.insert(number);
    } else if (tab.session().send(command).value() != number) {
      setting_.history.trouble("a stored command got another number than before");
    }
  }
}

void Actor::on_superseded() {
  if (pages_ < 2) return setting_.history.trouble("a device was taken over by nobody");
  // An earlier page's Hello was still on the way: the person asks for the new page again.
  setting_.schedule.in(1'000, [this] {
    open_tab();
    tab().start();
  });
}

void Actor::on_live(Tab& tab) {
  if (!is_owner(tab)) return;
  for (const CommandNumber number : to_ask_) tab.ask(number, memory_.waiting.at(number));
}

void Actor::on_settled(Tab& tab, const Outcome& outcome) {
  // Another page has the device's memory now: it asks for itself.
  if (!is_owner(tab)) return;
  to_ask_.erase(outcome.number);
  auto node = memory_.waiting.extract(outcome.number);
  if (!node.empty()) settled_.insert(std::move(node));
  if (auto asked = asked_for_.extract(outcome.number); !asked.empty()) asked.mapped()(outcome);
}

}  // namespace rebond::sim
