// Tests of the links of a café in words.
#include "clients/cli/access_text.h"

#include <gmock/gmock.h>

#include "base/limits.h"
#include "tests/cli/small_cafe.h"

namespace rebond::cli {
namespace {

using ::testing::HasSubstr;
using testing::small_cafe;

v1::AccessEntry entry_of(v1::Role role) {
  v1::AccessEntry entry;
  entry.set_access(3);
  entry.set_role(role);
  return entry;
}

TEST(AccessText, NamesATableByItsNumber) {
  v1::AccessEntry entry = entry_of(v1::ROLE_CAPTAIN);
  entry.set_table(table_id(2));
  entry.set_revoked(true);

  EXPECT_EQ(access_line(entry, small_cafe()), "3\tcaptain\ttable 2\trevoked");
  EXPECT_EQ(access_json(entry, small_cafe()).dump(),
            R"({"access":3,"role":"captain","table":2,"revoked":true})");
}

TEST(AccessText, SaysWhichLinkIsForManyAndWhichForOne) {
  v1::AccessEntry many = entry_of(v1::ROLE_PARTICIPANT);
  many.set_join(true);
  v1::AccessEntry one = entry_of(v1::ROLE_PARTICIPANT);
  one.set_participant(make_id(7, 1));

  EXPECT_EQ(access_line(many, small_cafe()), "3\tparticipant\tto join\t");
  EXPECT_EQ(access_line(one, small_cafe()), "3\tparticipant\tperson 30064771073\t");
  EXPECT_EQ(access_json(one, small_cafe())["participant"], "30064771073");
}

TEST(AccessText, ReadsTheRolesThatItWrites) {
  for (const char* word : {"facilitator", "captain", "participant", "remote", "expert", "screen"}) {
    EXPECT_EQ(role_word(*parse_role(word)), word);
  }
  EXPECT_THAT(parse_role("chef").error().message, HasSubstr("facilitator, captain"));
  EXPECT_EQ(role_word(static_cast<v1::Role>(99)), "unknown");
}

TEST(AccessText, WritesALinkThatCanBeRead) {
  const CafeLink known =
      parse_link("http://[::1]:8080/cafes/ABCDEF/facilitator#000102030405060708090a0b0c0d0e0f")
          .value();
  const std::string token(kSecretBytes, 't');
  const CafeLink given = parse_link(link_text(known, v1::ROLE_SCREEN, token)).value();

  EXPECT_EQ(given.server, known.server);
  EXPECT_EQ(given.cafe, known.cafe);
  EXPECT_EQ(given.role, "screen");
  EXPECT_EQ(given.token, token);
}

}  // namespace
}  // namespace rebond::cli
