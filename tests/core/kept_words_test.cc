// Nobody's words are lost: random people, and what each of them was promised.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>

#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/matchers.h"
#include "tests/core/random_people.h"
#include "tests/core/text_model.h"
#include "tests/core/words_oracle.h"

namespace rebond::test {
namespace {

constexpr std::uint64_t kSeeds = 20;
constexpr int kCommands = 600;

/// Short texts, so that folding happens; room for everything else.
Limits folding_limits() {
  Limits limits;
  limits.card_code_points = 120;
  limits.text_bytes = 90;
  return limits;
}

std::vector<v1::Change> text_changes(const v1::Entry& entry) {
  std::vector<v1::Change> changes;
  for (const v1::Change& change : entry.changes()) {
    if (change.has_text()) changes.push_back(change);
  }
  return changes;
}

/// RU6: an entry of a kind other than writing touches no text; none ever removes anything.
void expect_touches_no_word(const v1::Command& command, const v1::Entry& entry) {
  for (const v1::Change& change : entry.changes()) ASSERT_FALSE(change.has_remove());
  const bool writes = command.has_add_card() || command.has_edit_text() ||
                      command.has_copy_text() || command.has_add_line() || command.has_add_answer();
  for (const v1::Change& change : text_changes(entry)) {
    // Undoing hides and shows, and writes nothing (UN2).
    ASSERT_TRUE(writes || (command.has_undo() && !change.text().has_insert()));
  }
}

/// The mark, and where the ideas of a merged group went (MG3).
void expect_only_the_mark_changed(const v1::Put& put, const State& before) {
  const StoredRecord* old = before.records().find(RecordKey{put.kind(), put.id()});
  ASSERT_NE(old, nullptr);
  const auto changed = new_record(put.kind());
  ASSERT_TRUE(changed->ParseFromString(put.record()));
  const auto expected = new_record(put.kind());
  expected->CopyFrom(*old->message);
  for (const auto& message : {changed.get(), expected.get()}) {
    for (const char* name : {"withdrawn", "merged_into"}) {
      const auto* field = message->GetDescriptor()->FindFieldByName(name);
      if (field != nullptr) message->GetReflection()->ClearField(message, field);
    }
  }
  ASSERT_EQ(changed->SerializeAsString(), expected->SerializeAsString());
}

/// RU6: taking back and bringing back change one mark of one record.
void expect_reversible(const v1::Entry& entry, const State& before) {
  if (entry.what() != v1::WHAT_WITHDRAWN && entry.what() != v1::WHAT_RESTORED) return;
  for (const v1::Change& change : entry.changes()) {
    // A device's first command; a table that has to agree again on its synthesis.
    const v1::RecordKind kind = change.put().kind();
    if (kind == v1::RECORD_KIND_DEVICE || kind == v1::RECORD_KIND_SYNTHESIS) continue;
    expect_only_the_mark_changed(change.put(), before);
  }
}

/// Split, merge, or anything else: what people do with the words of two ideas.
v1::Command next_command(RandomPeople& people, Person& person, Random& random,
                         const CafeBuilder& cafe) {
  v1::Command command = people.command_of(person);
  // After a copy the words are often hidden where they came from (split) or the idea is taken
  // back (merge): both are commands of their own.
  if (random.below(8) != 0 || cafe.state.texts().empty()) return command;
  auto text = cafe.state.texts().begin();
  std::advance(text, static_cast<std::ptrdiff_t>(random.below(cafe.state.texts().size())));
  if (random.below(2) == 0) return withdraw(v1::RECORD_KIND_CARD, text->first);
  const Text::Piece& piece = text->second.pieces().front();
  return edit(text->first, {hide({range(piece.run, piece.from, piece.to())})});
}

struct Counts {
  std::size_t words = 0;
  std::size_t salvaged = 0;
  std::size_t copies = 0;
  std::size_t reversals = 0;
  std::size_t folds = 0;
  std::size_t anonymous = 0;
  std::size_t undone = 0;
};

void live_through(std::uint64_t seed, Counts& counts) {
  SeededRandom random(seed);
  CafeBuilder cafe(folding_limits());
  RandomPeople people(cafe, random);
  WordsOracle oracle(cafe);
  for (int i = 0; i < kCommands; ++i) {
    Person& person = people.somebody();
    const v1::Command command = next_command(people, person, random, cafe);
    SCOPED_TRACE("command " + std::to_string(i) + ": " + command.ShortDebugString());
    const State before = cafe.state;
    oracle.watch(person, command);
    const Outcome outcome = person.send(command);
    oracle.note(person, command, outcome);
    if (outcome.seq != 0) {
      expect_touches_no_word(command, cafe.entries.back());
      expect_reversible(cafe.entries.back(), before);
      counts.reversals += command.has_withdraw() || command.has_restore();
      counts.anonymous += command.has_add_card() && outcome.changes.anonymous;
      counts.undone += command.has_undo();
      for (const v1::Change& change : cafe.entries.back().changes()) {
        counts.folds += change.text().has_fold();
      }
    }
    if (random.below(4) == 0) cafe.pass(static_cast<double>(random.below(30'000)));
    if (::testing::Test::HasFatalFailure()) return;
  }
  oracle.expect_all_kept();
  counts.words += oracle.words();
  counts.salvaged += oracle.salvaged();
  counts.copies += oracle.copies();
}

TEST(KeptWords, TX2RU6RU9EveryAcceptedWordStaysWithItsAuthor) {
  Counts counts;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    live_through(seed, counts);
    if (::testing::Test::HasFailure()) return;
  }
  std::cout << "seeds 1.." << kSeeds << ": " << counts.words << " runs kept, " << counts.copies
            << " copies, " << counts.salvaged << " salvaged, " << counts.reversals
            << " taken or brought back, " << counts.undone << " undone, " << counts.anonymous
            << " anonymous ideas, " << counts.folds << " folds\n";
  EXPECT_GT(counts.copies, 0U);
  EXPECT_GT(counts.salvaged, 0U);
  EXPECT_GT(counts.reversals, 0U);
  EXPECT_GT(counts.folds, 0U);
  EXPECT_GT(counts.anonymous, 0U);
  EXPECT_GT(counts.undone, 0U);
}

/// One text and what happened to it, from the entries alone.
struct History {
  TextModel text;
  std::map<Id, v1::Insert> runs;
  std::vector<Seq> touched;
};

std::map<Id, History> histories_of(const std::vector<v1::Entry>& entries) {
  std::map<Id, History> histories;
  for (const v1::Entry& entry : entries) {
    for (const v1::Change& change : entry.changes()) {
      const bool of_card = change.put().kind() == v1::RECORD_KIND_CARD ||
                           change.put().kind() == v1::RECORD_KIND_MEMBERSHIP;
      if (!of_card && !change.has_text()) continue;
      History& history = histories[change.has_text() ? change.text().text() : change.put().id()];
      if (history.touched.empty() || history.touched.back() != entry.seq()) {
        history.touched.push_back(entry.seq());
      }
      if (!change.has_text()) continue;
      history.text.apply(change.text());
      const v1::Insert& insert = change.text().insert();
      if (change.text().has_insert()) history.runs[insert.run()] = insert;
    }
  }
  return histories;
}

/// What the state says of a text, without who wrote it.
v1::Text bare(const Text& text) {
  v1::Text message = text.to_message(0);
  for (v1::Piece& piece : *message.mutable_pieces()) {
    piece.clear_author();
    piece.clear_device();
    piece.clear_at_ms();
  }
  return message;
}

void expect_history(const CafeBuilder& cafe) {
  std::map<Id, History> histories = histories_of(cafe.entries);
  for (const auto& [id, text] : cafe.state.texts()) {
    History& history = histories[id];
    ASSERT_FALSE(history.touched.empty());
    EXPECT_EQ(history.text.pieces().DebugString(), bare(text).DebugString());
    for (const Text::Piece& piece : text.pieces()) {
      const v1::Insert& run = history.runs[piece.run];
      EXPECT_EQ(run.author(), piece.author);
      EXPECT_EQ(run.device(), piece.device);
      EXPECT_EQ(run.at_ms(), piece.at_ms);
    }
    // Every word of it was ever typed stands in the entries, also what was folded.
    for (const auto& [run, insert] : history.runs) EXPECT_NE(insert.characters(), "");
  }
}

TEST(KeptWords, TX2TheHistoryOfEveryIdeaIsInTheEntriesAlone) {
  for (std::uint64_t seed = 101; seed < 101 + kSeeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    SeededRandom random(seed);
    CafeBuilder cafe(folding_limits());
    RandomPeople people(cafe, random);
    for (int i = 0; i < kCommands; ++i) {
      Person& person = people.somebody();
      person.send(people.command_of(person));
    }
    expect_history(cafe);
    if (::testing::Test::HasFailure()) return;
  }
}

/// A place in the text, or none: at its beginning.
std::optional<v1::Position> any_place(const Text& text, Random& random) {
  if (random.below(4) == 0) return std::nullopt;
  const Text::Piece& piece = text.pieces()[random.below(text.pieces().size())];
  return at(piece.run, piece.from + static_cast<std::uint32_t>(random.below(piece.length)));
}

TEST(KeptWords, TX1TwoWhoWriteAtOnePlaceAtOnceAreBothReadWhole) {
  for (std::uint64_t seed = 201; seed < 201 + kSeeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    SeededRandom random(seed);
    CafeBuilder cafe;
    Person& captain = cafe.as_captain(1);
    Person& facilitator = cafe.as_facilitator();
    const Id card = captain.add_card("l'eau du quartier 🙂");
    for (int i = 0; i < 40; ++i) {
      const auto place = any_place(cafe.state.text(card), random);
      const std::string first = "<" + std::to_string(i) + "é>";
      const std::string second = "[" + std::to_string(i) + "🙂]";
      // Both saw the same text: neither knows of the other's words.
      const auto one = edit(card, {insert(captain.new_id(), first, place)});
      const auto other = edit(card, {insert(facilitator.new_id(), second, place)});
      ASSERT_THAT(captain.send(one), Accepted());
      ASSERT_THAT(facilitator.send(other), Accepted());
      EXPECT_THAT(cafe.words(card), ::testing::HasSubstr(second + first));
    }
  }
}

TEST(KeptWords, RU6ATableThatIsNoMoreKeepsItsIdeas) {
  CafeBuilder cafe;
  Person& captain = cafe.as_captain(1);
  const Id card = captain.add_card("reste");
  // No command withdraws a table; a café of another version may hold one that was.
  v1::Table table = *cafe.state.find<v1::Table>(table_id(1));
  table.set_withdrawn(true);
  v1::Entry entry;
  entry.set_seq(cafe.state.seq() + 1);
  v1::Put& put = *entry.add_changes()->mutable_put();
  put.set_kind(v1::RECORD_KIND_TABLE);
  put.set_id(table_id(1));
  put.set_record(table.SerializeAsString());
  ASSERT_TRUE(cafe.state.apply(entry).has_value());

  EXPECT_EQ(cafe.words(card), "reste");
  EXPECT_FALSE(cafe.card(card).withdrawn());
  EXPECT_THAT(captain.send(edit(card, {insert(captain.new_id(), "on ")})), Accepted());
  EXPECT_EQ(cafe.words(card), "on reste");
  EXPECT_THAT(captain.send(captain.adding("encore")), Rejected(kNotFound, "add_card.table"));
}

}  // namespace
}  // namespace rebond::test
