// Rules ER for what is private: anonymous ideas, dots, drafts, answers, wishes, plans of seats.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/erase.h"
#include "core/founding.h"
#include "core/person_data.h"
#include "core/rules.h"
#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/history_of.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Zélie says things in private, and others say the same kinds of things.
struct EraseSecrets : ::testing::Test {
  EraseSecrets() {
    EXPECT_THAT(facilitator.send(set_anonymous(cafe.step("round-1"))), Accepted());
    v1::Command adding = zelie.adding("le secret");
    adding.mutable_add_card()->mutable_marks()->add_tags("étiquette");
    anonymous = zelie.send(adding).changes.ids[0];
    others = bruno.send(bruno.adding("le sien")).changes.ids[0];
    EXPECT_THAT(facilitator.send(open_support()), Accepted());
    cafe.go_to("thanks");
    for (Person* person : {&zelie, &bruno}) {
      EXPECT_THAT(person->send(evaluate({3})), Accepted());
      EXPECT_THAT(person->send(save_draft(person->new_id(), "brouillon")), Accepted());
    }
    cafe.go_to("map-and-convergence");
    for (Person* person : {&zelie, &bruno}) {
      EXPECT_THAT(person->send(cast(anonymous, 1)), Accepted());
    }
  }

  Erasure erase(bool with_words) {
    Result<Erasure> erased =
        erase_person(history_of(cafe), {{zelie.participant(), 0}, with_words, 99});
    EXPECT_TRUE(erased.has_value());
    return erased ? *std::move(erased) : Erasure{};
  }
  static std::size_t count(const History& history, v1::PrivateKind kind) {
    std::size_t found = 0;
    for (const PrivateWrite& write : history.private_records) found += write.kind == kind;
    return found;
  }

  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  Person& zelie = cafe.as_guest("Zélie");
  Person& bruno = cafe.as_guest("Bruno");
  Id anonymous = 0;
  Id others = 0;
};

TEST_F(EraseSecrets, ER1NothingPrivateOfThePersonStays) {
  const Erasure erased = erase(false);
  for (const auto kind : {v1::PRIVATE_KIND_SUPPORT, v1::PRIVATE_KIND_DRAFT, v1::PRIVATE_KIND_AUTHOR,
                          v1::PRIVATE_KIND_ANSWERS}) {
    EXPECT_EQ(count(history_of(cafe), kind), 2U) << kind;
    EXPECT_EQ(count(erased.history, kind), 1U) << kind;
  }
  EXPECT_EQ(erased.report.salvaged, 1U);
}

TEST_F(EraseSecrets, ER1TalliesStay) {
  const Erasure erased = erase(false);
  EXPECT_EQ(erased.state.find<v1::Support>(anonymous)->dots(), 2U);
  EXPECT_EQ(erased.state.find<v1::Evaluation>(1)->yes(), 2U);
}

TEST_F(EraseSecrets, ER1NobodyCanUndoTheErasure) {
  const Id card = bruno.add_link(anonymous, others);
  v1::Command naming = facilitator.adding("dit par elle");
  naming.mutable_add_card()->set_voice(zelie.participant());
  ASSERT_THAT(facilitator.send(naming), Accepted());
  ASSERT_THAT(facilitator.send(set_card(naming.add_card().card())), Accepted());
  ASSERT_NE(card, 0U);
  ASSERT_GT(count(history_of(cafe), v1::PRIVATE_KIND_UNDO), 0U);
  EXPECT_EQ(count(erase(false).history, v1::PRIVATE_KIND_UNDO), 0U);
}

TEST_F(EraseSecrets, ER1WishesOfOthersForgetThePerson) {
  v1::PersonRecord record;
  record.set_name("Bruno");
  record.mutable_wishes()->add_apart(zelie.participant());
  record.mutable_wishes()->add_together(zelie.participant());
  record.mutable_wishes()->add_together(facilitator.new_id());
  cafe.private_writes.push_back(put_private(v1::PRIVATE_KIND_PERSON, bruno.participant(), record));
  for (const PrivateWrite& write : erase(false).history.private_records) {
    if (write.kind != v1::PRIVATE_KIND_PERSON) continue;
    v1::PersonRecord left;
    ASSERT_TRUE(left.ParseFromString(*write.record));
    EXPECT_EQ(left.name(), "Bruno");
    EXPECT_TRUE(left.wishes().apart().empty());
    EXPECT_EQ(left.wishes().together_size(), 1);
  }
}

TEST_F(EraseSecrets, ER1APlanOfSeatsForgetsThePersonAndKeepsTheOthers) {
  v1::PlannedRound planned;
  planned.add_people(zelie.participant());
  planned.add_tables(1);
  planned.add_people(bruno.participant());
  planned.add_tables(2);
  v1::Entry entry;
  entry.set_seq(cafe.state.seq() + 1);
  *entry.add_changes() = put_change(cafe.round_id(2), planned);
  History history = history_of(cafe);
  history.entries.push_back(entry_element(entry));
  const Result<Erasure> erased = erase_person(history, {{zelie.participant(), 0}, false, 99});
  ASSERT_TRUE(erased.has_value());
  const auto* left = erased->state.find<v1::PlannedRound>(cafe.round_id(2));
  EXPECT_THAT(left->people(), ::testing::ElementsAre(bruno.participant()));
  EXPECT_THAT(left->tables(), ::testing::ElementsAre(2U));
}

TEST_F(EraseSecrets, ER2AnonymousWordsAreBlankedWhereverTheyWereCopied) {
  Person& captain = cafe.as_captain(1);
  const Id copied = captain.add_card("on a dit : ");
  const Id run = cafe.state.text(anonymous).pieces()[0].run;
  ASSERT_THAT(captain.send(copy(copied, anonymous, {range(run, 3, 9)}, captain.new_id())),
              Accepted());
  ASSERT_THAT(cafe.words(copied), HasSubstr("secret"));
  const Erasure erased = erase(true);
  EXPECT_FALSE(holds_words(erased.history, "secret"));
  EXPECT_FALSE(holds_words(erased.history, "étiquette"));
  EXPECT_EQ(erased.state.text(anonymous).visible(), "_________");
  EXPECT_EQ(erased.state.text(others).visible(), "le sien");
}

TEST_F(EraseSecrets, ER2WhatIsSuggestedFromTheWordsIsBlankedToo) {
  v1::Suggestion suggestion;
  suggestion.add_cards(anonymous);
  suggestion.add_cards(others);
  suggestion.add_reasons("secret");
  v1::Entry entry;
  entry.set_seq(cafe.state.seq() + 1);
  *entry.add_changes() = put_change(make_id(0, 9'000), suggestion);
  History history = history_of(cafe);
  history.entries.push_back(entry_element(entry));
  const Result<Erasure> erased = erase_person(history, {{zelie.participant(), 0}, true, 99});
  ASSERT_TRUE(erased.has_value());
  EXPECT_EQ(erased->state.find<v1::Suggestion>(make_id(0, 9'000))->reasons(0), "______");
}

TEST_F(EraseSecrets, ER2WordsThatAnUndoBringsBackAreWhoseTheyWere) {
  const Id link = zelie.new_id();
  ASSERT_THAT(zelie.send(test::link(link, anonymous, others, v1::LINK_KIND_ASKS, "parce que")),
              Accepted());
  ASSERT_THAT(facilitator.send(set_link(link, v1::LINK_KIND_ASKS, "puisque")), Accepted());
  ASSERT_THAT(facilitator.send(undo()), Accepted());
  ASSERT_EQ(cafe.state.find<v1::Link>(link)->phrase(), "parce que");
  const Erasure erased = erase(true);
  EXPECT_EQ(erased.state.find<v1::Link>(link)->phrase(), "_________");
  EXPECT_TRUE(holds_words(erased.history, "puisque"));
}

TEST_F(EraseSecrets, ER2NamesOfAMergedGroupAreWhoseTheyWere) {
  Person& captain = cafe.as_captain(1);
  const Id hers = captain.add_group("Nom de la capitaine");
  const Id into = facilitator.add_group("Autre nom");
  ASSERT_THAT(facilitator.send(merge(hers, into)), Accepted());
  const Result<Erasure> erased =
      erase_person(history_of(cafe), {{0, captain.member().device}, true, 99});
  ASSERT_TRUE(erased.has_value());
  EXPECT_FALSE(holds_words(erased->history, "capitaine"));
  EXPECT_TRUE(holds_words(erased->history, "Autre nom"));
}

TEST_F(EraseSecrets, ER8ThePersonGetsTheOwnSecrets) {
  const Result<std::string> hers = person_data(history_of(cafe), {zelie.participant(), 0});
  ASSERT_TRUE(hers.has_value());
  EXPECT_THAT(*hers, HasSubstr("le secret"));
  EXPECT_THAT(*hers, HasSubstr("étiquette"));
  EXPECT_THAT(*hers, HasSubstr("brouillon"));
  EXPECT_THAT(*hers, HasSubstr("\"anonymous\": true"));
  EXPECT_THAT(*hers, HasSubstr("\"dots\": 1"));
  EXPECT_THAT(*hers, Not(HasSubstr("le sien")));
}

}  // namespace
}  // namespace rebond::test
