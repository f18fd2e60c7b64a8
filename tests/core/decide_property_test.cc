// Random people against the whole of the rules: nothing breaks and no word is lost.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/lock.h"
#include "tests/core/random_people.h"
#include "tests/core/text_model.h"

namespace rebond::test {
namespace {

constexpr std::uint64_t kSeeds = 20;
constexpr int kCommands = 3'000;

/// Few and short, so that folding and every LIMIT happen.
Limits small_limits() {
  Limits limits;
  limits.card_code_points = 120;
  limits.text_bytes = 160;
  limits.text_runs = 20;
  limits.text_pieces = 40;
  limits.cards = 60;
  limits.links = 20;
  limits.groups = 8;
  limits.people = 12;
  return limits;
}

/// Everything that was accepted for writing: text, run, characters.
struct Written {
  Id text = 0;
  Id run = 0;
  std::string characters;
};

std::vector<Written> inserts_of(const std::vector<v1::Entry>& entries) {
  std::vector<Written> written;
  for (const v1::Entry& entry : entries) {
    for (const v1::Change& change : entry.changes()) {
      if (!change.has_text() || !change.text().has_insert()) continue;
      const v1::Insert& insert = change.text().insert();
      written.push_back({change.text().text(), insert.run(), insert.characters()});
    }
  }
  return written;
}

/// TX2: every code point of the run stands in its text, in place, unless it was folded.
void expect_kept(const CafeBuilder& cafe, const Written& written) {
  std::vector<Text::Piece> pieces;
  for (const Text::Piece& piece : cafe.state.text(written.text).pieces()) {
    if (piece.run == written.run) pieces.push_back(piece);
  }
  const std::vector<std::string> expected = code_points_of(written.characters);
  std::sort(pieces.begin(), pieces.end(),
            [](const Text::Piece& a, const Text::Piece& b) { return a.from < b.from; });
  std::uint32_t seen = 0;
  for (const Text::Piece& piece : pieces) {
    ASSERT_EQ(piece.from, seen) << "a part of a run is gone";
    ASSERT_LE(piece.to(), expected.size());
    std::string characters;
    for (std::uint32_t i = piece.from; i < piece.to(); ++i) characters += expected[i];
    ASSERT_EQ(piece.characters, piece.folded ? "" : characters);
    seen = piece.to();
  }
  ASSERT_EQ(seen, expected.size()) << "\"" << written.characters << "\" was lost";
}

void expect_within_limits(const CafeBuilder& cafe) {
  for (const auto& [id, text] : cafe.state.texts()) {
    ASSERT_LE(text.visible_code_points(), cafe.limits.card_code_points);
    ASSERT_LE(text.bytes(), cafe.limits.text_bytes);
    ASSERT_LE(text.runs(), cafe.limits.text_runs);
    ASSERT_LE(text.pieces().size(), cafe.limits.text_pieces);
  }
  ASSERT_LE(cafe.state.records().count<v1::Card>(), cafe.limits.cards);
  ASSERT_LE(cafe.state.records().count<v1::Link>(), cafe.limits.links);
}

/// Whoever replays the entries, or starts from a snapshot, has the same café.
void expect_one_truth(const CafeBuilder& cafe) {
  State replayed;
  for (const v1::Entry& entry : cafe.entries) ASSERT_TRUE(replayed.apply(entry).has_value());
  EXPECT_EQ(replayed.digest(), cafe.state.digest());
  const Result<State> loaded = State::from_snapshot(cafe.state.to_snapshot());
  ASSERT_TRUE(loaded.has_value());
  EXPECT_EQ(loaded->digest(), cafe.state.digest());
  EXPECT_EQ(loaded->to_snapshot(), cafe.state.to_snapshot());
}

struct Counts {
  std::map<v1::RejectionCode, int> rejections;
  int folds = 0;
};

void run(std::uint64_t seed, Counts& counts) {
  SeededRandom random(seed);
  CafeBuilder cafe(small_limits());
  RandomPeople people(cafe, random);
  for (int i = 0; i < kCommands; ++i) {
    Person& person = people.somebody();
    const v1::Command command = people.command_of(person);
    SCOPED_TRACE("command " + std::to_string(i) + ": " + command.ShortDebugString());
    const Digest before = cafe.state.digest();
    const Outcome outcome = person.send(command);
    if (outcome.rejection) {
      ++counts.rejections[outcome.rejection->code()];
      ASSERT_NE(outcome.rejection->code(), v1::REJECTION_CODE_UNSPECIFIED);
      ASSERT_NE(outcome.rejection->remedy(), "");
      ASSERT_EQ(cafe.state.digest(), before);
    } else {
      ASSERT_TRUE(outcome.changes.private_only || outcome.changes.what != v1::WHAT_UNSPECIFIED);
    }
    if (random.below(4) == 0) cafe.pass(static_cast<double>(random.below(30'000)));
    if (::testing::Test::HasFailure()) return;
  }
  expect_within_limits(cafe);
  expect_one_truth(cafe);
  for (const Written& written : inserts_of(cafe.entries)) {
    expect_kept(cafe, written);
    if (::testing::Test::HasFatalFailure()) return;
  }
  for (const v1::Entry& entry : cafe.entries) {
    for (const v1::Change& change : entry.changes()) counts.folds += change.text().has_fold();
  }
}

TEST(DecideProperty, TX2RandomPeopleBreakNothingAndLoseNoWord) {
  Counts counts;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    run(seed, counts);
    if (::testing::Test::HasFailure()) return;
  }
  // The test is worth something only when it comes everywhere.
  EXPECT_GT(counts.folds, 0);
  for (const auto code :
       {v1::REJECTION_CODE_MALFORMED, v1::REJECTION_CODE_UNSUPPORTED, v1::REJECTION_CODE_FORBIDDEN,
        v1::REJECTION_CODE_NOT_FOUND, v1::REJECTION_CODE_TARGET_WITHDRAWN,
        v1::REJECTION_CODE_ROUND_CLOSED, v1::REJECTION_CODE_LIMIT, v1::REJECTION_CODE_CONFLICT}) {
    EXPECT_GT(counts.rejections[code], 0) << v1::RejectionCode_Name(code);
  }
}

TEST(DecideProperty, TheSameInputsGiveTheSameDecision) {
  std::string histories[2];
  for (std::string& history : histories) {
    SeededRandom random(7);
    CafeBuilder cafe(small_limits());
    RandomPeople people(cafe, random);
    for (int i = 0; i < kCommands; ++i) {
      Person& person = people.somebody();
      person.send(people.command_of(person));
    }
    for (const v1::Entry& entry : cafe.entries) history += entry.SerializeAsString();
  }
  EXPECT_EQ(histories[0], histories[1]);
}

}  // namespace
}  // namespace rebond::test
