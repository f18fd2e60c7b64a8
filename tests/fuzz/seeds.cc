// The first inputs of the fuzzers of commands, frames and snapshots.
#include "tests/fuzz/seeds.h"

#include <google/protobuf/descriptor.h>

#include "core/founding.h"
#include "core/state.h"
#include "tests/fuzz/hall_of_lines.h"
#include "tests/fuzz/real_evening.h"
#include "tests/fuzz/script.h"

namespace rebond::fuzz {
namespace {

constexpr std::size_t kChunkBytes = 1'000;

v1::ClientFrame frame_of(CommandNumber number, const v1::Command& command) {
  v1::ClientFrame frame;
  v1::NumberedCommand& numbered = *frame.mutable_commands()->add_commands();
  numbered.set_number(number);
  numbered.set_command(command.SerializeAsString());
  return frame;
}

/// A message of type Frame for each case of its oneof, with nothing in it.
template <typename Frame>
std::vector<Frame> one_of_each() {
  std::vector<Frame> all;
  const auto& cases = *Frame::descriptor()->oneof_decl(0);
  for (int i = 0; i < cases.field_count(); ++i) {
    Frame& frame = all.emplace_back();
    frame.GetReflection()->MutableMessage(&frame, cases.field(i));
  }
  return all;
}

v1::Entry entry_of(Seq seq, const Changes& changes) {
  v1::Entry entry;
  entry.set_seq(seq);
  entry.set_at_ms(1'767'225'600'000.0 + seq);
  entry.set_what(changes.what);
  for (const v1::Change& change : changes.changes) *entry.add_changes() = change;
  return entry;
}

/// The entries of a café in which each idea is an insert, without the rules.
std::vector<v1::Entry> history(const Plan& plan) {
  std::vector<v1::Entry> entries{entry_of(1, decide_founding(plan, 1'767'225'600'000.0))};
  for (const Said& said : real_evening(plan)) {
    if (!said.command.has_add_card()) continue;
    const v1::AddCard& add = said.command.add_card();
    Changes changes{v1::WHAT_CARD_ADDED, {}, {}, false};
    v1::TextEdit& edit = *changes.changes.emplace_back().mutable_text();
    edit.set_text(add.card());
    edit.mutable_insert()->set_run(add.run());
    edit.mutable_insert()->set_characters(add.text());
    entries.push_back(entry_of(static_cast<Seq>(entries.size()) + 1, changes));
    // The answer to the first commands of device 7.
    entries.back().set_device(7);
    entries.back().set_command(entries.back().seq() - 1);
  }
  return entries;
}

State state_after(const std::vector<v1::Entry>& entries) {
  State state;
  for (const v1::Entry& entry : entries) state.apply(entry).value();
  return state;
}

v1::ServerFrame welcome(v1::ResumeMode mode, bool must_join) {
  v1::ServerFrame frame;
  v1::Welcome& welcome = *frame.add_control()->mutable_welcome();
  welcome.set_protocol(kProtocolVersion);
  welcome.set_epoch(99);
  welcome.set_mode(mode);
  welcome.set_device(7);
  welcome.set_role(v1::ROLE_PARTICIPANT);
  welcome.set_must_join(must_join);
  return frame;
}

void add_snapshot(v1::ServerFrame& frame, const State& state) {
  const std::string bytes = state.to_snapshot();
  v1::SnapshotBegin& begin = *frame.add_control()->mutable_snapshot_begin();
  begin.set_seq(state.seq());
  begin.set_bytes(static_cast<std::uint32_t>(bytes.size()));
  for (std::size_t at = 0; at < bytes.size(); at += kChunkBytes) {
    frame.add_control()->mutable_snapshot_chunk()->set_data(bytes.substr(at, kChunkBytes));
  }
  frame.add_control()->mutable_snapshot_end()->set_seq(state.seq());
}

void add(Script& script, std::uint32_t number, std::string bytes) {
  Act& act = *script.add_commands();
  act.set_number(number);
  act.set_command(std::move(bytes));
}

}  // namespace

Seeds decide_seeds(const Plan& plan) {
  Script evening;
  for (const Said& said : real_evening(plan)) {
    add(evening, said.who, said.command.SerializeAsString());
  }
  Seeds seeds{evening.SerializeAsString()};
  for (const v1::Command& command : one_of_each_command()) {
    Script script;
    for (std::uint32_t who = 0; who < kLines; ++who) add(script, who, command.SerializeAsString());
    seeds.push_back(script.SerializeAsString());
  }
  return seeds;
}

Seeds frame_seeds(const Plan& plan) {
  Script evening;
  for (std::uint32_t who = 0; who < kLines; ++who) {
    *evening.add_commands() = act_of(who, Deed::kEnter);
  }
  CommandNumber last[kLines] = {};
  for (const Said& said : real_evening(plan)) {
    const v1::ClientFrame frame = frame_of(++last[said.who], said.command);
    *evening.add_commands() = act_of(said.who, Deed::kSay, frame.SerializeAsString());
  }
  Seeds seeds{evening.SerializeAsString()};
  for (const v1::ClientFrame& frame : one_of_each<v1::ClientFrame>()) {
    Script script;
    *script.add_commands() = act_of(0, Deed::kSay, frame.SerializeAsString());
    *script.add_commands() = act_of(1, Deed::kEnter, frame.SerializeAsString());
    *script.add_commands() = act_of(1, Deed::kIgnore);
    *script.add_commands() = act_of(1, Deed::kHurry, frame.SerializeAsString());
    *script.add_commands() = act_of(1, Deed::kRead);
    *script.add_commands() = act_of(2, Deed::kWait, frame.SerializeAsString());
    *script.add_commands() = act_of(2, Deed::kRestart);
    *script.add_commands() = act_of(2, Deed::kEnter);
    *script.add_commands() = act_of(2, Deed::kHangUp);
    seeds.push_back(script.SerializeAsString());
  }
  for (const v1::Command& command : one_of_each_command()) {
    Script script;
    *script.add_commands() = act_of(0, Deed::kEnter, frame_of(1, command).SerializeAsString());
    seeds.push_back(script.SerializeAsString());
  }
  return seeds;
}

namespace {

/// A café that moves to another laptop and back, again and again, while a command waits.
std::string moving_seed() {
  Script script;
  for (std::uint32_t move = 0; move < 6; ++move) {
    v1::ServerFrame frame = welcome(v1::RESUME_MODE_ENTRIES, false);
    v1::Welcome& welcome = *frame.mutable_control(0)->mutable_welcome();
    welcome.set_epoch(99 + move % 2);
    welcome.set_device(7 + move % 2);
    add(script, 0, frame.SerializeAsString());
    add(script, 5, "é");
    add(script, 7, "");
  }
  return script.SerializeAsString();
}

}  // namespace

Seeds server_frame_seeds(const Plan& plan) {
  const std::vector<v1::Entry> entries = history(plan);
  Script following;
  add(following, 0, welcome(v1::RESUME_MODE_ENTRIES, false).SerializeAsString());
  for (const v1::Entry& entry : entries) {
    v1::ServerFrame frame;
    *frame.add_entries() = entry;
    add(following, 5, "une idée");
    add(following, 0, frame.SerializeAsString());
  }
  Script by_snapshot;
  v1::ServerFrame frame = welcome(v1::RESUME_MODE_SNAPSHOT, true);
  add_snapshot(frame, state_after(entries));
  v1::StateDigest& digest = *frame.add_control()->mutable_state_digest();
  digest.set_seq(static_cast<Seq>(entries.size()));
  digest.set_digest(state_after(entries).digest().bytes());
  add(by_snapshot, 8, frame.SerializeAsString());
  add(by_snapshot, 6, "");
  add(by_snapshot, 7, "");
  add(by_snapshot, 0, frame.SerializeAsString());
  Seeds seeds{following.SerializeAsString(), by_snapshot.SerializeAsString(), moving_seed()};
  for (const v1::Control& control : one_of_each<v1::Control>()) {
    Script script;
    v1::ServerFrame with = welcome(v1::RESUME_MODE_ENTRIES, false);
    *with.add_control() = control;
    with.add_results()->set_command(1);
    with.add_presence()->set_connection(1);
    add(script, 0, with.SerializeAsString());
    add(script, 5, "é");
    seeds.push_back(script.SerializeAsString());
  }
  return seeds;
}

Seeds snapshot_seeds(const Plan& plan) {
  Script script;
  add(script, 0, state_after(history(plan)).to_snapshot());
  return {script.SerializeAsString()};
}

}  // namespace rebond::fuzz
