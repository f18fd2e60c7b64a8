// A simulated person: the real client session on a simulated wire, acting at random.
#include "tests/simulation/actor.h"

#include <algorithm>
#include <utility>

#include "tests/simulation/acts.h"

namespace rebond::sim {

Actor::Actor(int number, Schedule& schedule, Random& random, ServerProcess& server, Fault fault,
             History& history, const std::string& token)
    : number_(number),
      schedule_(schedule),
      random_(random),
      server_(server),
      fault_(fault),
      history_(history),
      token_(token) {
  make_session();
}

Actor::~Actor() = default;

void Actor::make_session() {
  ++life_;
  SessionOptions options;
  options.token = token_;
  session_ = std::make_unique<ClientSession>(options, *this, schedule_.clock(), random_, *this);
}

void Actor::start() {
  started_ = true;
  session_->start();
}

void Actor::act() {
  if (!session_->can_write() || session_->ended() || session_->waiting() > 20) return;
  const std::string words = "a" + std::to_string(number_) + "." + std::to_string(life_) + "." +
                            std::to_string(++written_);
  v1::Command command = random_command(random_, *session_, words);
  const Result<CommandNumber> number = session_->send(command);
  if (number) history_.sent(session_->welcome().device(), *number, command);
}

void Actor::reload() {
  if (!started_) return;
  // The old page is torn down with its connection; its commands may or may not have arrived.
  if (wire_ != nullptr) wire_->cut();
  schedule_.in(1, [this] {
    if (wire_ != nullptr && wire_->is_open()) return;
    wire_.reset();
    make_session();
    session_->start();
  });
}

void Actor::connect() {
  wire_ = std::make_shared<Wire>(schedule_, random_, fault_, *this);
  server_.attach(wire_);
  wire_->open(server_.room());
}

void Actor::send(std::string message) {
  wire_->client_sends(std::move(message));
}

void Actor::close() {
  wire_->client_closes();
}

void Actor::wake_at(MonotonicMs when) {
  schedule_.in(std::max<MonotonicMs>(when - schedule_.now(), 0), [this, life = life_] {
    if (life == life_) session_->tick();
  });
}

void Actor::opened() {
  session_->on_open();
}
void Actor::received(const std::string& message) {
  session_->on_frame(message);
}
void Actor::closed(std::uint16_t code) {
  session_->on_closed(code, "");
}

void Actor::on_entry(const v1::Entry& entry) {
  history_.seen(number_, entry);
}

void Actor::on_outcome(const Outcome& outcome) {
  history_.told(session_->welcome().device(), outcome);
}

void Actor::on_ended(const Ending& ending) {
  history_.trouble("client " + std::to_string(number_) + " ended: " + ending.message);
}

void Actor::on_trouble(const Error& trouble) {
  history_.trouble("client " + std::to_string(number_) + ": " + describe(trouble));
}

}  // namespace rebond::sim
