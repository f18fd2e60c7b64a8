// Who may do what: the table against what the rules really do (rules RU1, RU2).
#include "core/rights.h"

#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "core/founding.h"
#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

constexpr v1::Role kRoles[] = {v1::ROLE_FACILITATOR, v1::ROLE_CAPTAIN, v1::ROLE_PARTICIPANT,
                               v1::ROLE_REMOTE,      v1::ROLE_EXPERT,  v1::ROLE_SCREEN};

/// Somebody of a role with things of their own, and a neighbour with things of another table.
struct Scene {
  explicit Scene(v1::Role role) : me(somebody(role)) {
    const bool guest = role == v1::ROLE_PARTICIPANT || role == v1::ROLE_REMOTE;
    if (guest) me.sit_down(1);
    Person& writer = right_of(role, v1::Command::kAddCard) == Right::kNo ? home : me;
    own_card = writer.add_card("à moi");
    own_link = writer.add_link(own_card, other_card);
    group = home.add_group("ensemble", {other_card});
  }

  Person& somebody(v1::Role role) {
    switch (role) {
      case v1::ROLE_FACILITATOR:
        return cafe.as_facilitator();
      case v1::ROLE_CAPTAIN:
        return cafe.as_captain(1);
      case v1::ROLE_PARTICIPANT:
        return cafe.as_guest("Ana");
      case v1::ROLE_REMOTE:
        return cafe.as_remote("Zoé");
      case v1::ROLE_EXPERT:
        return cafe.as_expert();
      default:
        return cafe.as_screen();
    }
  }

  Id run_of(Id card) { return cafe.state.text(card).pieces()[0].run; }
  v1::Command adding_at(Id at_table) {
    v1::Command add = me.adding("une idée");
    add.mutable_add_card()->set_table(at_table);
    return add;
  }

  CafeBuilder cafe;
  Person& home = cafe.as_captain(1);
  Person& neighbour = cafe.as_captain(2);
  Id other_card = neighbour.add_card("ailleurs");
  Id other_card_too = neighbour.add_card("ailleurs aussi");
  Id other_link = neighbour.add_link(other_card, other_card_too);
  Id bob = cafe.as_guest("Bob").participant();
  Person& me;
  Id own_card = 0;
  Id own_link = 0;
  Id group = 0;
};

/// A command on what is one's own, and one on what is somebody else's, where that makes sense.
struct Attempt {
  std::function<v1::Command(Scene&)> own;
  std::function<v1::Command(Scene&)> other;
};

Attempt same(std::function<v1::Command(Scene&)> command) {
  return {std::move(command), nullptr};
}

/// Attempts on ideas, words and links.
std::optional<Attempt> attempt_on_cards(v1::Command::KindCase kind) {
  constexpr auto kCard = v1::RECORD_KIND_CARD;
  switch (kind) {
    case v1::Command::kAddCard:
      return Attempt{[](Scene& s) { return s.adding_at(table_id(1)); },
                     [](Scene& s) { return s.adding_at(table_id(2)); }};
    case v1::Command::kEditText:
      return Attempt{[](Scene& s) { return edit(s.own_card, {insert(s.me.new_id(), "x")}); },
                     [](Scene& s) { return edit(s.other_card, {insert(s.me.new_id(), "x")}); }};
    case v1::Command::kCopyText:
      return Attempt{[](Scene& s) {
                       return copy(s.own_card, s.other_card, {range(s.run_of(s.other_card), 0, 3)},
                                   s.me.new_id());
                     },
                     [](Scene& s) {
                       return copy(s.other_card, s.own_card, {range(s.run_of(s.own_card), 0, 3)},
                                   s.me.new_id());
                     }};
    case v1::Command::kSetCard:
      return Attempt{[](Scene& s) { return set_card(s.own_card); },
                     [](Scene& s) { return set_card(s.other_card); }};
    case v1::Command::kWithdraw:
      return Attempt{[](Scene& s) { return withdraw(kCard, s.own_card); },
                     [](Scene& s) { return withdraw(kCard, s.other_card); }};
    case v1::Command::kRestore:
      return Attempt{[](Scene& s) { return restore(kCard, s.own_card); },
                     [](Scene& s) { return restore(kCard, s.other_card); }};
    case v1::Command::kHideCard:
      return same([](Scene& s) { return hide_card(s.own_card); });
    case v1::Command::kAddLink:
      return Attempt{[](Scene& s) { return link(s.me.new_id(), s.own_card, s.other_card); },
                     [](Scene& s) { return link(s.me.new_id(), s.other_card_too, s.other_card); }};
    case v1::Command::kSetLink:
      return Attempt{[](Scene& s) { return set_link(s.own_link, v1::LINK_KIND_ASKS); },
                     [](Scene& s) { return set_link(s.other_link, v1::LINK_KIND_ASKS); }};
    default:
      return std::nullopt;
  }
}

/// Attempts on everything else.
std::optional<Attempt> attempt_on_the_rest(v1::Command::KindCase kind) {
  switch (kind) {
    case v1::Command::kAddGroup:
      return same([](Scene& s) { return group(s.me.new_id(), "eau", {s.other_card}); });
    case v1::Command::kSetGroup:
      return same([](Scene& s) { return set_group(s.group, "eau"); });
    case v1::Command::kPlaceCard:
      return same([](Scene& s) { return place(s.other_card_too, s.group); });
    case v1::Command::kGoToStep:
      return same([](Scene& s) { return go_to_step(s.cafe.step("round-2")); });
    case v1::Command::kStartRound:
      return same([](Scene&) { return start_round(15); });
    case v1::Command::kPauseRound:
      return same([](Scene&) { return pause_round(); });
    case v1::Command::kResumeRound:
      return same([](Scene& s) {
        s.cafe.as_facilitator().send(pause_round());
        return resume_round();
      });
    case v1::Command::kExtendRound:
      return same([](Scene&) { return extend_round(1); });
    case v1::Command::kEndRound:
      return same([](Scene&) { return end_round(); });
    case v1::Command::kSetTable:
      return Attempt{[](Scene&) { return set_table(table_id(1), "Une"); },
                     [](Scene&) { return set_table(table_id(2), "Deux"); }};
    case v1::Command::kSetCafe:
      return same([](Scene&) { return set_cafe("", "", true); });
    case v1::Command::kTakeSeat:
      return Attempt{[](Scene& s) {
                       const Id self = s.me.participant();
                       return take_seat(s.me.new_id(), self == 0 ? s.bob : self, table_id(1));
                     },
                     [](Scene& s) { return take_seat(s.me.new_id(), s.bob, table_id(2)); }};
    case v1::Command::kSalvageText:
      return same([](Scene&) { return salvage(0, "mots"); });
    default:
      return std::nullopt;
  }
}

void expect_right(Right right, v1::Role role, const std::function<v1::Command(Scene&)>& command,
                  bool own) {
  Scene scene(role);
  const v1::Command asked = command(scene);
  const Outcome outcome = scene.me.send(asked);
  const bool allowed = right == Right::kAll || (right == Right::kOwn && own);
  if (allowed) {
    EXPECT_THAT(outcome, Accepted());
  } else {
    ASSERT_TRUE(outcome.rejection.has_value());
    EXPECT_EQ(outcome.rejection->code(), kForbidden) << outcome.rejection->ShortDebugString();
  }
}

TEST(Rights, RU1EveryRoleCanDoWhatTheTableSaysAndNothingElse) {
  for (const RightsRow& row : rights_table()) {
    if (row.command == v1::Command::kJoin) continue;  // RU1OnlyNewcomersJoin
    std::optional<Attempt> attempt = attempt_on_cards(row.command);
    if (!attempt) attempt = attempt_on_the_rest(row.command);
    ASSERT_TRUE(attempt.has_value()) << row.name;
    for (const v1::Role role : kRoles) {
      SCOPED_TRACE(std::string(row.name) + " by " + v1::Role_Name(role));
      const Right right = right_of(role, row.command);
      expect_right(right, role, attempt->own, /*own=*/true);
      ASSERT_TRUE(attempt->other != nullptr || right != Right::kOwn);
      if (attempt->other == nullptr) continue;
      expect_right(right, role, attempt->other, /*own=*/false);
    }
  }
}

TEST(Rights, RU1OnlyNewcomersJoin) {
  for (const v1::Role role : kRoles) {
    CafeBuilder cafe;
    Person& newcomer = cafe.newcomer(role);
    const Outcome outcome = newcomer.send(newcomer.joining("Ana"));
    EXPECT_EQ(!outcome.rejection, right_of(role, v1::Command::kJoin) == Right::kOwn)
        << v1::Role_Name(role);
  }
}

TEST(Rights, RU1EveryCommandHasItsRowUnderItsName) {
  const auto& fields = *v1::Command::descriptor()->FindOneofByName("kind");
  EXPECT_EQ(rights_table().size(), static_cast<std::size_t>(fields.field_count()));
  for (int i = 0; i < fields.field_count(); ++i) {
    const auto kind = static_cast<v1::Command::KindCase>(fields.field(i)->number());
    EXPECT_EQ(command_name(kind), fields.field(i)->name());
  }
}

TEST(Rights, RU1NobodyHasARightThatTheTableDoesNotKnow) {
  EXPECT_EQ(right_of(v1::ROLE_UNSPECIFIED, v1::Command::kSalvageText), Right::kNo);
  EXPECT_EQ(right_of(static_cast<v1::Role>(99), v1::Command::kSalvageText), Right::kNo);
  EXPECT_EQ(right_of(v1::ROLE_FACILITATOR, v1::Command::KIND_NOT_SET), Right::kNo);
  EXPECT_EQ(command_name(v1::Command::KIND_NOT_SET), "");
}

TEST(Rights, ACommandOfANewerVersionIsUnsupported) {
  CafeBuilder cafe;
  EXPECT_THAT(cafe.as_captain(1).send(v1::Command()), Rejected(kUnsupported, "command"));
}

TEST(Rights, RU1AreDocumentedAsTheyAre) {
  std::ifstream file("../../docs/rights.md");
  ASSERT_TRUE(file.is_open());
  std::stringstream documented;
  documented << file.rdbuf();
  EXPECT_EQ(documented.str(), rights_markdown()) << "docs/rights.md must be:\n"
                                                 << rights_markdown();
}

}  // namespace
}  // namespace rebond::test
