// A café that a test tells, command by command, with the same ids and times every time.
#include "tests/trace/told_cafe.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <utility>
#include <variant>

#include "base/check.h"
#include "core/founding.h"

namespace rebond::trace {
namespace {

constexpr double kNineInTheMorning = 1'773'478'800'000;  // 2026-03-14
constexpr double kMinute = 60'000;
constexpr DeviceNumber kFacilitatorDevice = 100;

}  // namespace

ToldCafe::ToldCafe(const Plan& plan) : now_ms_(kNineInTheMorning) {
  apply(decide_founding(plan, now_ms_));
}

Id ToldCafe::say(std::uint32_t table, std::string text, const v1::Marks& marks,
                 std::string plan_ref) {
  const Member member = captain(table);
  v1::Command command;
  v1::AddCard& add = *command.mutable_add_card();
  add.set_card(next_id(member));
  add.set_run(next_id(member));
  add.set_table(table_id(table));
  add.set_text(std::move(text));
  add.set_plan_ref(std::move(plan_ref));
  *add.mutable_marks() = marks;
  run(command, member);
  return add.card();
}

Id ToldCafe::link(Id from, Id to, v1::LinkKind kind, std::string phrase) {
  v1::Command command;
  v1::AddLink& add = *command.mutable_add_link();
  add.set_link(next_id(facilitator()));
  add.set_from(from);
  add.set_to(to);
  add.set_kind(kind);
  add.set_phrase(std::move(phrase));
  run(command, facilitator());
  return add.link();
}

Id ToldCafe::group(std::string name, const std::vector<Id>& ideas) {
  v1::Command command;
  v1::AddGroup& add = *command.mutable_add_group();
  add.set_group(next_id(facilitator()));
  add.set_name(std::move(name));
  for (const Id idea : ideas) add.add_cards(idea);
  run(command, facilitator());
  return add.group();
}

void ToldCafe::withdraw(v1::RecordKind kind, Id id) {
  v1::Command command;
  command.mutable_withdraw()->mutable_what()->set_kind(kind);
  command.mutable_withdraw()->mutable_what()->set_id(id);
  run(command, facilitator());
}

void ToldCafe::hide(Id idea) {
  v1::Command command;
  command.mutable_hide_card()->set_card(idea);
  command.mutable_hide_card()->set_hidden(true);
  run(command, facilitator());
}

void ToldCafe::go_to_step(const std::string& slug) {
  v1::Command command;
  state_.records().each<v1::Step>([&](Id id, const v1::Step& step) {
    if (step.slug() == slug) command.mutable_go_to_step()->set_step(id);
  });
  run(command, facilitator());
}

void ToldCafe::blank(Id idea) {
  v1::Command command;
  command.mutable_edit_text()->set_text(idea);
  for (const Text::Piece& piece : state_.text(idea).pieces()) {
    v1::Range& range = *command.mutable_edit_text()->add_edits()->mutable_hide()->add_ranges();
    range.set_run(piece.run);
    range.set_from(piece.from);
    range.set_to(piece.to());
  }
  run(command, facilitator());
}

void ToldCafe::put(const v1::Card& card) {
  Changes changes;
  v1::Put& put = *changes.changes.emplace_back().mutable_put();
  put.set_kind(v1::RECORD_KIND_CARD);
  put.set_id(next_id(facilitator()));
  put.set_record(card.SerializeAsString());
  apply(changes);
}

Document ToldCafe::document() const {
  return make_document(test_source(), state_);
}

void ToldCafe::run(const v1::Command& command, Member member) {
  now_ms_ += kMinute;
  const Context context{state_,           private_state_, limits_,      member,
                        state_.seq() + 1, now_ms_,        state_.seq(), 1};
  const Decision decision = decide(command, context);
  if (const auto* rejection = std::get_if<v1::Rejection>(&decision)) {
    ADD_FAILURE() << "rejected: " << rejection->ShortDebugString();
    return;
  }
  apply(std::get<Changes>(decision));
}

void ToldCafe::apply(const Changes& changes) {
  v1::Entry entry;
  entry.set_seq(state_.seq() + 1);
  entry.set_at_ms(now_ms_);
  entry.set_what(changes.what);
  for (const v1::Change& change : changes.changes) *entry.add_changes() = change;
  const Result<void> applied = state_.apply(entry);
  EXPECT_TRUE(applied) << describe(applied.error());
}

Member ToldCafe::captain(std::uint32_t table) const {
  Member member;
  member.role = v1::ROLE_CAPTAIN;
  member.table = table_id(table);
  member.device = table;
  return member;
}

Member ToldCafe::facilitator() const {
  Member member;
  member.role = v1::ROLE_FACILITATOR;
  member.device = kFacilitatorDevice;
  return member;
}

Plan real_plan() {
  std::ifstream file("../../demo/cafe-energie.json");
  const std::string json{std::istreambuf_iterator<char>(file), {}};
  Result<Plan> plan = parse_plan(json);
  CHECK(plan.has_value());
  return std::move(*plan);
}

std::map<std::string, Id> tell_ideas(const Plan& plan, ToldCafe& cafe) {
  std::map<std::string, Id> ids;
  std::uint32_t table = 0;
  for (const PlannedTable& planned : plan.tables) {
    ++table;
    for (const PlannedIdea& idea : planned.ideas) {
      v1::Marks marks;
      marks.set_unanimous(idea.id == "t2.6");
      marks.set_question(idea.id == "t2.3");
      ids[idea.id] = cafe.say(table, idea.text, marks, idea.id);
    }
  }
  return ids;
}

std::vector<std::string> words_of(const Plan& plan) {
  std::vector<std::string> words;
  for (const PlannedTable& table : plan.tables) {
    for (const PlannedIdea& idea : table.ideas) words.push_back(idea.text);
  }
  return words;
}

Plan plan_with_tables(const std::vector<std::string>& names) {
  Plan plan;
  for (const std::string& name : names) {
    plan.tables.push_back({"t" + std::to_string(plan.tables.size() + 1), name, 0, false, {}});
  }
  return plan;
}

Source test_source() {
  return {"k7m2p9x4qa", 9'223'372'036'854'775'809U};
}

}  // namespace rebond::trace
