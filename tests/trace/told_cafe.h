// A café that a test tells, command by command, with the same ids and times every time.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/decide.h"
#include "core/plan.h"
#include "core/state.h"
#include "rebond/v1/command.pb.h"
#include "trace/document.h"

namespace rebond::trace {

/// Every command must be accepted; the test fails otherwise. A minute passes before each.
class ToldCafe {
 public:
  explicit ToldCafe(const Plan& plan);

  /// An idea, noted by the captain of the table at that 1-based place.
  Id say(std::uint32_t table, std::string text, const v1::Marks& marks = {},
         std::string plan_ref = {});

  Id link(Id from, Id to, v1::LinkKind kind, std::string phrase = {});
  Id group(std::string name, const std::vector<Id>& ideas);
  void withdraw(v1::RecordKind kind, Id id);
  void hide(Id idea);
  void go_to_step(const std::string& slug);
  /// Takes every character of the idea away.
  void blank(Id idea);

  /// Puts an idea as it is, without asking the rules.
  void put(const v1::Card& card);

  const State& state() const { return state_; }
  Document document() const;

 private:
  void run(const v1::Command& command, Member member);
  void apply(const Changes& changes);
  Member captain(std::uint32_t table) const;
  Member facilitator() const;
  Id next_id(const Member& member) { return make_id(member.device, ++counters_[member.device]); }

  State state_;
  PrivateState private_state_;
  Limits limits_;
  double now_ms_;
  std::map<DeviceNumber, std::uint32_t> counters_;
};

/// The real café, with its 25 ideas as its captains noted them, in the order of the plan.
Plan real_plan();
/// Tells every idea of the plan; the ids by the plan's names.
std::map<std::string, Id> tell_ideas(const Plan& plan, ToldCafe& cafe);
/// The words of the plan, in its order.
std::vector<std::string> words_of(const Plan& plan);

/// A café with tables of these names and nothing said.
Plan plan_with_tables(const std::vector<std::string>& names);

/// Where every trace of these tests comes from.
Source test_source();

}  // namespace rebond::trace
