// The devices of an evening that is played, and what they all know to do.
#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "clients/cli/arguments.h"
#include "clients/cli/evening.h"
#include "clients/cli/hand.h"
#include "core/plan.h"

namespace rebond::cli {

/// A facilitator, an expert and a captain a table. Everything fails with the first thing that the
/// server refuses. Plan and links must outlive it.
class Cast {
 public:
  Cast(const Plan& plan, const CafeLinkSet& links, const EveningOptions& options);

  /// Brings every device in; the last table has none.
  Result<void> arrive();

  const Plan& plan() const { return plan_; }
  std::size_t tables() const { return captains_.size(); }
  Hand& facilitator() { return *facilitator_; }
  Hand& expert() { return *expert_; }
  /// Who writes for a table: its captain, or the facilitator where there is no tablet.
  Hand& writer(std::size_t table);
  /// The table's id.
  Id table(std::size_t index) const;
  /// The first idea of a table's plan, once it is written.
  Result<Id> first_idea(std::size_t table) const;

  /// One command; what became of it does not matter if it was accepted.
  static Result<void> order(Hand& hand, const v1::Command& command);
  Result<void> go_to(const std::string& slug);
  /// Another tablet takes over a table; the link that the captain had is taken back.
  Result<void> replace_captain(std::size_t table);
  /// A line of the output.
  void tell(const std::string& step, const std::string& what) const;

  /// Ideas of the plan that the server has acknowledged.
  std::size_t acknowledged = 0;

 private:
  std::unique_ptr<Hand> hand(const CafeLink& link);

  const Plan& plan_;
  const CafeLinkSet& links_;
  const EveningOptions options_;
  boost::asio::io_context io_;
  SystemClock clock_;
  SystemRandom random_;
  std::unique_ptr<Hand> facilitator_;
  std::unique_ptr<Hand> expert_;
  std::vector<std::unique_ptr<Hand>> captains_;
};

/// From the welcome to the end of the last round: people come and go, tables talk and move.
Result<void> play_rounds(Cast& cast);

/// From the syntheses to the thanks: what the evening gives.
Result<void> play_harvest(Cast& cast);

}  // namespace rebond::cli
