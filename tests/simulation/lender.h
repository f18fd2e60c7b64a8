// Tablets that are lent for a while: the facilitator gives a link, and takes it back.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/simulation/actor.h"

namespace rebond::sim {

/// Has one tablet out at a time. Whose link was taken back must be shown out, stay out, and have
/// written its last entry (rules AC).
class Lender {
 public:
  Lender(Setting& setting, ServerProcess& server) : setting_(setting), server_(server) {}

  /// Lends until stop(). The facilitator must outlive it.
  void start(Actor& facilitator);
  /// Nothing is lent any more; those who were shown out knock once more.
  void stop();

  /// Each tablet is where it should be: out, or up to date.
  bool settled(Seq head) const;

 private:
  void go_on();
  void give();
  void take_back();
  void on_taken_back();
  void keep_acting(Actor& tablet);
  Id lent_access() const;

  Setting& setting_;
  ServerProcess& server_;
  Actor* facilitator_ = nullptr;
  std::vector<std::unique_ptr<Actor>> tablets_;
  bool out_ = false;
  bool waits_ = false;
  bool stopped_ = false;
};

}  // namespace rebond::sim
