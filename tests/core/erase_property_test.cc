// Random evenings, a random person erased: nothing of the person is left, and all else is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/erase.h"
#include "core/utf8.h"
#include "tests/core/history_of.h"
#include "tests/core/random_people.h"

namespace rebond::test {
namespace {

constexpr std::uint64_t kSeeds = 30;
constexpr int kCommands = 400;

/// Few and short, so that folding happens.
Limits small_limits() {
  Limits limits;
  limits.card_code_points = 120;
  limits.text_bytes = 160;
  limits.people = 12;
  return limits;
}

bool is_blank(const std::string& words, const std::string& of) {
  return words == std::string(code_points(of), kBlank);
}

/// Every piece is where it was; the person's are nobody's, the others' are theirs.
void expect_text(Id id, const Text& was, const Text& is, const Identity& who, bool with_words) {
  ASSERT_EQ(is.pieces().size(), was.pieces().size());
  for (std::size_t i = 0; i < was.pieces().size(); ++i) {
    const Text::Piece& old = was.pieces()[i];
    const Text::Piece& now = is.pieces()[i];
    ASSERT_EQ(std::tie(now.run, now.from, now.length, now.hidden, now.folded, now.at_ms),
              std::tie(old.run, old.from, old.length, old.hidden, old.folded, old.at_ms));
    const bool is_unsigned = old.author == 0 && old.device == 0;
    // Whose a copy of what nobody signed is, only its time and words tell.
    if (is_unsigned && device_of(old.run) != 0) continue;
    const bool is_secret = is_unsigned && who.anonymous.contains(id);
    if (who.is(old.author) || who.has(old.device) || is_secret) {
      ASSERT_EQ(now.author, 0U);
      ASSERT_EQ(now.device, 0U);
      const bool blank = with_words && !old.folded;
      ASSERT_EQ(now.characters, blank ? std::string(old.length, kBlank) : old.characters);
    } else {
      ASSERT_EQ(now.author, old.author);
      ASSERT_EQ(now.device, old.device);
      ASSERT_EQ(now.characters, old.characters);
    }
  }
}

void expect_records(const State& was, const State& is, bool with_words) {
  is.records().each<v1::Link>([&](Id id, const v1::Link& link) {
    const std::string& phrase = was.find<v1::Link>(id)->phrase();
    EXPECT_TRUE(link.phrase() == phrase || (with_words && is_blank(link.phrase(), phrase)));
  });
  is.records().each<v1::Group>([&](Id id, const v1::Group& group) {
    const std::string& name = was.find<v1::Group>(id)->name();
    EXPECT_TRUE(group.name() == name || (with_words && is_blank(group.name(), name)));
  });
  EXPECT_EQ(is.records().count<v1::Card>(), was.records().count<v1::Card>());
  EXPECT_EQ(is.records().count<v1::Link>(), was.records().count<v1::Link>());
  EXPECT_EQ(is.records().count<v1::Group>(), was.records().count<v1::Group>());
  EXPECT_EQ(is.records().count<v1::Membership>(), was.records().count<v1::Membership>());
  EXPECT_EQ(is.records().count<v1::Table>(), was.records().count<v1::Table>());
}

/// Somebody who joined, or now and then a device that is nobody's.
Subject somebody(const CafeBuilder& cafe, Random& random) {
  std::vector<Subject> subjects;
  cafe.state.records().each<v1::Participant>([&](Id id, const v1::Participant&) {
    subjects.push_back({id, 0});
  });
  cafe.state.records().each<v1::Device>([&](Id id, const v1::Device& device) {
    if (device.participant() == 0) subjects.push_back({0, static_cast<DeviceNumber>(id)});
  });
  return subjects.empty() ? Subject{} : subjects[random.below(subjects.size())];
}

/// False when nobody wrote anything that evening.
bool run(std::uint64_t seed) {
  SeededRandom random(seed);
  CafeBuilder cafe(small_limits());
  RandomPeople people(cafe, random);
  for (int i = 0; i < kCommands; ++i) {
    Person& person = people.somebody();
    person.send(people.command_of(person));
    if (random.below(4) == 0) cafe.pass(static_cast<double>(random.below(30'000)));
  }
  const Subject subject = somebody(cafe, random);
  if (subject.participant == 0 && subject.device == 0) return false;
  const bool with_words = random.below(2) == 0;
  const History history = history_of(cafe);
  const Identity who = identify(history, subject).value();
  const Result<Erasure> erased = erase_person(history, {subject, with_words, 99});
  if (!erased) {
    ADD_FAILURE() << describe(erased.error());
    return false;
  }
  EXPECT_EQ(erased->state.seq(), cafe.state.seq());
  EXPECT_EQ(replay(erased->history).value().digest(), erased->state.digest());
  EXPECT_EQ(State::from_snapshot(erased->state.to_snapshot()).value().digest(),
            erased->state.digest());
  EXPECT_FALSE(who.participant != 0 && holds_number(erased->history, who.participant));
  for (const DeviceNumber device : who.devices) {
    EXPECT_FALSE(holds_device(erased->history, device));
  }
  for (const auto& [id, text] : cafe.state.texts()) {
    expect_text(id, text, erased->state.text(id), who, with_words);
    if (::testing::Test::HasFatalFailure()) return true;
  }
  expect_records(cafe.state, erased->state, with_words);
  return true;
}

TEST(EraseProperty, ER3NothingOfAnybodyIsLeftAndAllElseStaysWhereItWas) {
  int erased = 0;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    erased += run(seed) ? 1 : 0;
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_EQ(erased, static_cast<int>(kSeeds));
}

}  // namespace
}  // namespace rebond::test
