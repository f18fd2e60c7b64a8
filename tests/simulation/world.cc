// One simulated evening, made by one seed.
#include "tests/simulation/world.h"

#include <algorithm>

namespace rebond::sim {
namespace {

constexpr MonotonicMs kTroubleMs = 120'000;
constexpr MonotonicMs kPeaceMs = 600'000;

}  // namespace

World::World(std::uint64_t seed, Fault fault)
    : random_(seed), fault_(fault), server_(schedule_, random_, fault) {
  const CafeLinks& links = server_.links();
  add_actor(links.facilitator);
  add_actor(links.screen);
  for (const std::string& captain : links.captains) add_actor(captain);
  // Two tablets at one table, and guests with phones.
  add_actor(links.captains[0]);
  for (int i = 0; i < 3; ++i) add_actor(links.participant);
}

void World::add_actor(const std::string& token) {
  actors_.push_back(std::make_unique<Actor>(static_cast<int>(actors_.size()), schedule_, random_,
                                            server_, fault_, history_, token));
}

Evening World::run() {
  for (const auto& actor : actors_) {
    schedule_.in(static_cast<MonotonicMs>(random_.below(2'000)), [&actor] { actor->start(); });
    keep_acting(*actor);
  }
  keep_troubling();
  const MonotonicMs start = schedule_.now();
  while (schedule_.step(start + kTroubleMs) && history_.verdict().empty()) {
  }
  peace_ = true;
  const MonotonicMs end = start + kTroubleMs + kPeaceMs;
  while (history_.verdict().empty() && !everybody_agrees()) {
    if (!schedule_.step(end)) {
      history_.trouble("after ten minutes of peace not everybody agrees");
      break;
    }
  }
  if (history_.verdict().empty()) check_end();
  return Evening{history_.verdict(),  schedule_.ran(),    history_.commands(),
                 history_.accepted(), server_.restarts(), actors_[0]->session().state().seq()};
}

void World::keep_acting(Actor& actor) {
  schedule_.in(static_cast<MonotonicMs>(random_.below(4'000)), [this, &actor] {
    if (peace_) return;
    actor.act();
    keep_acting(actor);
  });
}

void World::keep_troubling() {
  schedule_.in(static_cast<MonotonicMs>(random_.below(4'000)), [this] {
    if (peace_) return;
    trouble();
    keep_troubling();
  });
}

void World::trouble() {
  Actor& actor = *actors_[random_.below(actors_.size())];
  Wire* wire = actor.wire();
  if (!server_.trouble().empty()) {
    return history_.trouble("the server does not start: " + server_.trouble());
  }
  switch (random_.below(12)) {
    case 0:
      return server_.crash(static_cast<MonotonicMs>(random_.below(5'000)));
    case 1:
      return server_.fail_disk();
    case 2:
      return server_.jump_clock((static_cast<double>(random_.below(200)) - 100) * 60'000);
    case 3:
      return swizzle();
    case 4:
      return actor.reload();
    default:
      break;
  }
  if (wire == nullptr || !wire->is_open()) return;
  switch (random_.below(5)) {
    case 0:
      return wire->mute_client();
    case 1:
      return wire->mute_server();
    case 2:
      return wire->cut();
    default:
      return wire->stall(static_cast<MonotonicMs>(random_.below(20'000)));
  }
}

void World::swizzle() {
  for (const auto& actor : actors_) {
    schedule_.in(static_cast<MonotonicMs>(random_.below(1'000)), [&actor] {
      if (actor->wire() != nullptr) actor->wire()->cut();
    });
  }
}

bool World::everybody_agrees() {
  Room* room = server_.room();
  if (room == nullptr) return false;
  return std::all_of(actors_.begin(), actors_.end(), [&](const auto& actor) {
    const ClientSession& session = actor->session();
    return session.live() && session.waiting() == 0 && session.state().seq() == room->stats().head;
  });
}

void World::check_end() {
  const std::string digest = history_.check(server_.journal(), server_.links().cafe);
  if (!history_.verdict().empty()) return;
  for (std::size_t i = 0; i < actors_.size(); ++i) {
    if (actors_[i]->session().state().digest().bytes() != digest) {
      history_.trouble("client " + std::to_string(i) + " holds another café than the model");
    }
  }
}

}  // namespace rebond::sim
