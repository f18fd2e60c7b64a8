// One simulated evening, made by one seed.
#include "tests/simulation/world.h"

#include <algorithm>

namespace rebond::sim {
namespace {

constexpr MonotonicMs kTroubleMs = 120'000;
constexpr MonotonicMs kPeaceMs = 600'000;
constexpr MonotonicMs kFloodMs = 60'000;
constexpr std::uint64_t kCheckEveryMs = 10'000;

}  // namespace

World::World(std::uint64_t seed, Fault fault, bool told)
    : setting_(seed, fault, told),
      server_(setting_),
      hostile_(setting_, server_),
      flooder_(setting_, server_, server_.links().captains[2]),
      lender_(setting_, server_),
      trouble_(setting_, server_, actors_) {
  const CafeLinks& links = server_.links();
  add_actor(links.facilitator);
  add_actor(links.screen);
  for (const std::string& captain : links.captains) add_actor(captain);
  // Two tablets at one table, and guests with phones.
  add_actor(links.captains[0]);
  for (int i = 0; i < 3; ++i) add_actor(links.participant);
}

void World::add_actor(const std::string& token) {
  actors_.push_back(
      std::make_unique<Actor>(static_cast<int>(actors_.size()), setting_, server_, token));
}

Evening World::run() {
  for (const auto& actor : actors_) {
    setting_.schedule.in(setting_.below_ms(2'000), [&actor] { actor->start(); });
    keep_acting(*actor);
  }
  hostile_.start();
  if (setting_.one_in(3)) {
    flooder_.start();
    setting_.schedule.in(kFloodMs, [this] { flooder_.stop(); });
  }
  lender_.start(*actors_[0]);
  trouble_.start();
  keep_checking();

  const History& history = setting_.history;
  const MonotonicMs start = setting_.now();
  while (setting_.schedule.step(start + kTroubleMs) && history.verdict().empty()) {
  }
  make_peace();
  const MonotonicMs end = start + kTroubleMs + kPeaceMs;
  while (history.verdict().empty() && !everybody_agrees()) {
    if (!setting_.schedule.step(end)) {
      setting_.history.trouble("after ten minutes of peace not everybody agrees");
    }
  }
  if (history.verdict().empty()) check_end();
  return Evening{history.verdict(),  setting_.schedule.ran(), history.commands(),
                 history.accepted(), server_.restarts(),      actors_[0]->session().state().seq()};
}

void World::keep_acting(Actor& actor) {
  setting_.schedule.in(setting_.below_ms(4'000), [this, &actor] {
    if (peace_) return;
    actor.act();
    keep_acting(actor);
  });
}

void World::keep_checking() {
  setting_.schedule.in(setting_.below_ms(kCheckEveryMs), [this] {
    if (const Journal* journal = server_.journal()) {
      setting_.history.checkpoint(*journal, server_.links().cafe);
    }
    if (const std::string trouble = server_.trouble(); !trouble.empty()) {
      setting_.history.trouble(trouble);
    }
    keep_checking();
  });
}

void World::make_peace() {
  peace_ = true;
  trouble_.stop();
  hostile_.stop();
  flooder_.stop();
  lender_.stop();
}

bool World::everybody_agrees() {
  Room* room = server_.room();
  if (room == nullptr || !lender_.settled(room->stats().head)) return false;
  return std::all_of(actors_.begin(), actors_.end(), [&](const auto& actor) {
    const ClientSession& session = actor->session();
    return session.live() && actor->settled() && session.state().seq() == room->stats().head;
  });
}

void World::check_end() {
  const Journal* journal = server_.journal();
  if (journal == nullptr) return setting_.history.trouble("the disk cannot be read in the end");
  const std::string digest = setting_.history.check(*journal, server_.links().cafe);
  if (const std::string trouble = server_.trouble(); !trouble.empty()) {
    setting_.history.trouble(trouble);
  }
  if (!setting_.history.verdict().empty()) return;
  for (std::size_t i = 0; i < actors_.size(); ++i) {
    if (actors_[i]->session().state().digest().bytes() != digest) {
      setting_.history.trouble("client " + std::to_string(i) +
                               " holds another café than the model");
    }
  }
}

}  // namespace rebond::sim
