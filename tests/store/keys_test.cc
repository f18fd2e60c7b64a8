// The keys of the database.
#include "store/keys.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace rebond {
namespace {

TEST(Keys, SortEntriesByCafeAndThenBySeq) {
  const std::vector<std::string> keys = {
      entry_key("A", 1),  entry_key("A", 2),           entry_key("A", 255), entry_key("A", 256),
      entry_key("AB", 1), entry_key("AB", 0xFFFFFFFF), entry_key("ABC", 1), entry_key("B", 1)};
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
}

TEST(Keys, SayWhatTheyWereMadeOf) {
  EXPECT_EQ(seq_of_entry_key(cafe_prefix("MOKA"), entry_key("MOKA", 70'000)), Seq{70'000});
  EXPECT_EQ(names_of_private_key(cafe_prefix("MOKA"),
                                 private_key("MOKA", v1::PRIVATE_KIND_PERSON, make_id(3, 4))),
            std::pair(v1::PRIVATE_KIND_PERSON, make_id(3, 4)));
}

TEST(Keys, DoNotPassForThoseOfAnotherCafe) {
  EXPECT_EQ(seq_of_entry_key(cafe_prefix("A"), entry_key("AB", 1)), std::nullopt);
  EXPECT_EQ(seq_of_entry_key(cafe_prefix("AB"), entry_key("A", 1)), std::nullopt);
  EXPECT_EQ(names_of_private_key(cafe_prefix("A"), private_key("B", v1::PRIVATE_KIND_TOKEN, 1)),
            std::nullopt);
}

TEST(Keys, DoNotPassForThoseOfAnotherForm) {
  EXPECT_EQ(seq_of_entry_key(cafe_prefix("A"), private_key("A", v1::PRIVATE_KIND_TOKEN, 1)),
            std::nullopt);
  EXPECT_EQ(names_of_private_key(cafe_prefix("A"), entry_key("A", 1)), std::nullopt);
}

}  // namespace
}  // namespace rebond
