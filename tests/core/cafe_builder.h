// A café in memory for the tests of the rules: people act, the café decides and applies.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "core/decide.h"
#include "core/plan.h"
#include "core/private_state.h"
#include "core/state.h"
#include "rebond/v1/command.pb.h"
#include "rebond/v1/entry.pb.h"

namespace rebond::test {

class CafeBuilder;

/// What became of a command.
struct Outcome {
  std::optional<v1::Rejection> rejection;
  /// What was decided; empty when it was rejected.
  Changes changes;
  /// The entry that it became; 0 when it became none.
  Seq seq = 0;
};

std::ostream& operator<<(std::ostream& out, const Outcome& outcome);

/// Somebody with a device in the café. Lives as long as the café.
class Person {
 public:
  Person(CafeBuilder& cafe, Member member) : cafe_(cafe), member_(member) {}

  /// Decides the command and applies it when it is accepted. A command without a base_seq is
  /// given that of an up-to-date device.
  Outcome send(const v1::Command& command);

  /// A fresh id of this device.
  Id new_id() { return make_id(member_.device, ++counter_); }

  /// An AddCard with fresh ids at the person's table (table 1 when there is none), not sent yet.
  v1::Command adding(const std::string& text);
  /// A Join with fresh ids, not sent yet.
  v1::Command joining(const std::string& name);

  // Sent, and expected to be accepted. Each returns the id of what it made.
  Id add_card(const std::string& text);
  Id add_link(Id from, Id to);
  Id add_group(const std::string& name, const std::vector<Id>& cards = {});
  Id sit_down(std::uint32_t table);

  const Member& member() const { return member_; }
  Id participant() const { return member_.participant; }

 private:
  friend class CafeBuilder;

  CafeBuilder& cafe_;
  Member member_;
  std::uint32_t counter_ = 0;
  CommandNumber last_command_ = 0;
};

/// A café that was founded from a plan. Its clock stands still until told.
class CafeBuilder {
 public:
  /// Three tables, three rounds, in round 1.
  explicit CafeBuilder(Limits limits = {});
  explicit CafeBuilder(const Plan& plan, Limits limits = {});

  // The same person for the same argument.
  Person& as_facilitator();
  Person& as_captain(std::uint32_t table);
  Person& as_expert();
  Person& as_screen();
  /// A participant who has joined under that name, and sits nowhere yet.
  Person& as_guest(const std::string& name);
  Person& as_remote(const std::string& name);
  /// Somebody with the join link of a role, who has not joined; a new one at each call.
  Person& newcomer(v1::Role role = v1::ROLE_PARTICIPANT);

  /// Time passes; then the server locks what is to be locked.
  void pass(double ms);
  /// The server enters a decision of its own.
  void take_over(const Changes& changes) { commit(changes, nullptr); }
  /// The facilitator goes to the step with that slug.
  void go_to(const std::string& slug);

  /// What would become of the command; nothing changes.
  Decision would_decide(const Person& person, const v1::Command& command) const;

  Id step(const std::string& slug) const;
  Id round_id(std::uint32_t number) const;
  const v1::Round& round(std::uint32_t number) const;
  const v1::Step& current_step() const;
  const v1::Card& card(Id id) const;
  std::string words(Id card) const { return state.text(card).visible(); }

  State state;
  PrivateState private_state;
  Limits limits;
  double now_ms = 1'767'225'600'000.0;
  /// Everything that was broadcast.
  std::vector<v1::Entry> entries;
  /// Everything that was written in private, one after the other.
  std::vector<PrivateWrite> private_writes;

 private:
  friend class Person;

  Person& enter(const std::string& key, Member member);
  /// Gives the member a link and a device of the café.
  void admit(Member& member);
  Outcome decide_for(Person& person, const v1::Command& command);
  /// Makes an entry of the changes and applies it.
  void commit(const Changes& changes, const Person* person);

  std::map<std::string, std::unique_ptr<Person>> people_;
  DeviceNumber last_device_ = 0;
};

/// A plan with so many tables and no ideas.
Plan small_plan(std::size_t tables);

}  // namespace rebond::test
