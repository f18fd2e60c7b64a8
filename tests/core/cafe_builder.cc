// A café in memory for the tests of the rules: people act, the café decides and applies.
#include "tests/core/cafe_builder.h"

#include <gtest/gtest.h>

#include "base/check.h"
#include "base/hash.h"
#include "core/founding.h"
#include "core/lock.h"

namespace rebond::test {

std::ostream& operator<<(std::ostream& out, const Outcome& outcome) {
  if (outcome.rejection) return out << outcome.rejection->ShortDebugString();
  return out << "accepted as entry " << outcome.seq;
}

Plan small_plan(std::size_t tables) {
  Plan plan;
  plan.theme = "Propreté";
  for (std::size_t i = 1; i <= tables; ++i) {
    PlannedTable table;
    table.id = "t" + std::to_string(i);
    table.name = "Table " + std::to_string(i);
    plan.tables.push_back(table);
  }
  return plan;
}

CafeBuilder::CafeBuilder(Limits limits_in_force) : CafeBuilder(small_plan(3), limits_in_force) {}

CafeBuilder::CafeBuilder(const Plan& plan, Limits limits_in_force) : limits(limits_in_force) {
  const Changes founding = decide_founding(plan, now_ms);
  for (const PrivateWrite& write : founding.private_writes) private_state.apply(write);
  commit(founding, nullptr);
}

Person& CafeBuilder::as_facilitator() {
  return enter("facilitator", Member{v1::ROLE_FACILITATOR, 0, 0, 0, false});
}

Person& CafeBuilder::as_captain(std::uint32_t table) {
  const Id id = table_id(table);
  CHECK(state.find<v1::Table>(id) != nullptr);
  return enter("captain " + std::to_string(table), Member{v1::ROLE_CAPTAIN, id, 0, 0, false});
}

Person& CafeBuilder::as_expert() {
  return enter("expert", Member{v1::ROLE_EXPERT, 0, 0, 0, false});
}

Person& CafeBuilder::as_screen() {
  return enter("screen", Member{v1::ROLE_SCREEN, 0, 0, 0, false});
}

Person& CafeBuilder::as_guest(const std::string& name) {
  Person& guest = enter("guest " + name, Member{v1::ROLE_PARTICIPANT, 0, 0, 0, true});
  if (guest.member().must_join) {
    EXPECT_FALSE(guest.send(guest.joining(name)).rejection);
  }
  return guest;
}

Person& CafeBuilder::as_remote(const std::string& name) {
  Person& remote = enter("remote " + name, Member{v1::ROLE_REMOTE, 0, 0, 0, true});
  if (remote.member().must_join) {
    EXPECT_FALSE(remote.send(remote.joining(name)).rejection);
  }
  return remote;
}

Person& CafeBuilder::newcomer(v1::Role role) {
  return enter("newcomer " + std::to_string(last_device_ + 1), Member{role, 0, 0, 0, true});
}

Person& CafeBuilder::enter(const std::string& key, Member member) {
  std::unique_ptr<Person>& person = people_[key];
  if (person == nullptr) {
    // The screen only reads: it is given no device number.
    if (member.role != v1::ROLE_SCREEN) member.device = ++last_device_;
    admit(member);
    person = std::make_unique<Person>(*this, member);
  }
  return *person;
}

void CafeBuilder::admit(Member& member) {
  v1::TokenRecord token;
  member.access = private_state.next_token();
  token.set_token_hash(hashed("link " + std::to_string(member.access)));
  token.set_role(member.role);
  token.set_table(member.table);
  token.set_join(member.must_join);
  private_state.apply(put_private(v1::PRIVATE_KIND_TOKEN, member.access, token));
  if (member.device == 0) return;
  v1::DeviceRecord device;
  device.set_key_hash(hashed("device " + std::to_string(member.device)));
  device.set_token(member.access);
  private_state.apply(put_private(v1::PRIVATE_KIND_DEVICE, member.device, device));
}

void CafeBuilder::pass(double ms) {
  now_ms += ms;
  const Changes locks = decide_lock(state, state.seq() + 1, now_ms);
  if (!locks.changes.empty()) commit(locks, nullptr);
}

void CafeBuilder::go_to(const std::string& slug) {
  v1::Command command;
  command.mutable_go_to_step()->set_step(step(slug));
  EXPECT_FALSE(as_facilitator().send(command).rejection) << slug;
}

Id CafeBuilder::step(const std::string& slug) const {
  Id found = 0;
  state.records().each<v1::Step>([&](Id id, const v1::Step& step) {
    if (step.slug() == slug) found = id;
  });
  CHECK(found != 0);
  return found;
}

Id CafeBuilder::round_id(std::uint32_t number) const {
  return state.find<v1::Step>(step("round-" + std::to_string(number)))->round();
}

const v1::Round& CafeBuilder::round(std::uint32_t number) const {
  return *state.find<v1::Round>(round_id(number));
}

const v1::Step& CafeBuilder::current_step() const {
  return *state.find<v1::Step>(state.find<v1::Cafe>(1)->step());
}

const v1::Card& CafeBuilder::card(Id id) const {
  const v1::Card* card = state.find<v1::Card>(id);
  CHECK(card != nullptr);
  return *card;
}

Decision CafeBuilder::would_decide(const Person& person, const v1::Command& command) const {
  const Seq base_seq = command.base_seq() == 0 ? state.seq() : command.base_seq();
  const CommandNumber number = person.last_command_ + 1;
  return decide(command, Context{state, private_state, limits, person.member_, state.seq() + 1,
                                 now_ms, base_seq, number});
}

Outcome CafeBuilder::decide_for(Person& person, const v1::Command& command) {
  Decision decision = would_decide(person, command);
  ++person.last_command_;
  if (const auto* rejection = std::get_if<v1::Rejection>(&decision)) {
    return Outcome{*rejection, {}, 0};
  }
  Outcome outcome{std::nullopt, std::get<Changes>(std::move(decision)), 0};
  for (const PrivateWrite& write : outcome.changes.private_writes) private_state.apply(write);
  private_writes.insert(private_writes.end(), outcome.changes.private_writes.begin(),
                        outcome.changes.private_writes.end());
  if (outcome.changes.private_only) {
    EXPECT_TRUE(outcome.changes.changes.empty());
    outcome.rejection = outcome.changes.refused;
    return outcome;
  }
  commit(outcome.changes, &person);
  outcome.seq = state.seq();
  if (person.member_.must_join) {
    person.member_.must_join = false;
    person.member_.participant = command.join().participant();
    person.member_.access = private_state.device(person.member_.device)->token();
  }
  return outcome;
}

void CafeBuilder::commit(const Changes& changes, const Person* person) {
  v1::Entry entry;
  entry.set_seq(state.seq() + 1);
  entry.set_at_ms(now_ms);
  entry.set_what(changes.what);
  if (person != nullptr && !changes.anonymous) {
    entry.set_device(person->member_.device);
    entry.set_command(person->last_command_);
    entry.set_actor(person->member_.participant);
  }
  for (const v1::Change& change : changes.changes) *entry.add_changes() = change;
  const Result<void> applied = state.apply(entry);
  ASSERT_TRUE(applied.has_value()) << describe(applied.error());
  entries.push_back(std::move(entry));
}

}  // namespace rebond::test
