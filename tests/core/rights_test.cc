// Who may do what: the table of rights itself (rule RU1); what happens is in rights_matrix_test.cc.
#include "core/rights.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "tests/core/commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

constexpr v1::Role kRoles[] = {v1::ROLE_FACILITATOR, v1::ROLE_CAPTAIN, v1::ROLE_PARTICIPANT,
                               v1::ROLE_REMOTE,      v1::ROLE_EXPERT,  v1::ROLE_SCREEN};

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
