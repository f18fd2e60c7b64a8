// Closed constructions: groups, fields, and differences that are all different.
#include "method/rotation_offsets.h"

#include <gmock/gmock.h>

#include "method/rotation_field.h"

namespace rebond::testing {
namespace {

using ::testing::ElementsAre;

std::optional<SeatOffsets> offsets_for(int tables, int colours, int rounds) {
  SeededRandom random(1);
  return find_offsets(tables, colours, rounds, 2'000'000, random);
}

TEST(RotationOffsets, PrimePowersAreTold) {
  EXPECT_EQ(prime_power(8)->prime, 2);
  EXPECT_EQ(prime_power(8)->degree, 3);
  EXPECT_EQ(prime_power(7)->degree, 1);
  EXPECT_FALSE(prime_power(12));
  EXPECT_FALSE(prime_power(1));
}

TEST(RotationOffsets, EveryElementOfAFieldHasAnInverse) {
  for (const int q : {4, 8, 9, 16, 25, 27}) {
    const auto product = field_products(*prime_power(q));
    for (std::size_t a = 1; a < product.size(); ++a) {
      EXPECT_THAT(product[a], ::testing::Contains(1)) << a << " of " << q;
    }
  }
}

TEST(RotationOffsets, TablesAreAddedDigitByDigit) {
  const TableGroup halves({2, 5});

  EXPECT_EQ(halves.size(), 10);
  for (int a = 0; a < 10; ++a) {
    for (int b = 0; b < 10; ++b) EXPECT_EQ(halves.subtract(halves.add(a, b), b), a);
  }
}

TEST(RotationOffsets, APrimeNumberOfTablesFillsEveryTableInEveryRound) {
  for (const int tables : {3, 5, 7, 11, 13}) {
    const auto offsets = offsets_for(tables, tables - 1, tables);
    ASSERT_TRUE(offsets) << tables;
    EXPECT_TRUE(all_differences_differ(*offsets)) << tables;
  }
}

TEST(RotationOffsets, SoDoesAPrimePower) {
  for (const int tables : {4, 8, 9, 16, 25, 27}) {
    const auto offsets = offsets_for(tables, tables - 1, std::min(tables, 12));
    ASSERT_TRUE(offsets) << tables;
    EXPECT_TRUE(all_differences_differ(*offsets)) << tables;
  }
}

TEST(RotationOffsets, OtherNumbersOfTablesAreSearched) {
  struct Reached {
    int tables;
    int colours;
    int rounds;
  };
  for (const Reached& reached :
       {Reached{6, 4, 5}, Reached{6, 3, 5}, Reached{10, 5, 8}, Reached{10, 7, 5}, Reached{10, 8, 4},
        Reached{12, 6, 8}, Reached{14, 7, 8}, Reached{15, 7, 8}, Reached{20, 5, 5}}) {
    const auto offsets = offsets_for(reached.tables, reached.colours, reached.rounds);
    ASSERT_TRUE(offsets) << reached.tables << " tables, " << reached.colours << " colours";
    EXPECT_TRUE(all_differences_differ(*offsets)) << reached.tables;
  }
}

TEST(RotationOffsets, TheRuleForSevenTablesCanBeSaid) {
  const auto offsets = offsets_for(7, 4, 4);

  ASSERT_TRUE(offsets && offsets->group.cyclic());
  EXPECT_THAT(offsets->offset, ElementsAre(ElementsAre(0, 1, 2, 3), ElementsAre(0, 2, 4, 6),
                                           ElementsAre(0, 3, 6, 2), ElementsAre(0, 4, 1, 5)));
}

TEST(RotationOffsets, NoGroupOfSixOrTenServesAFullHall) {
  EXPECT_FALSE(offsets_for(6, 5, 3));
  EXPECT_FALSE(offsets_for(10, 9, 3));
}

TEST(RotationOffsets, MoreColoursOrRoundsThanTablesHaveNone) {
  EXPECT_FALSE(offsets_for(5, 5, 2));
  EXPECT_FALSE(offsets_for(5, 2, 6));
}

TEST(RotationOffsets, TwoOfADifferenceAreSeen) {
  const SeatOffsets offsets{TableGroup({4}), {{0, 2, 1}, {0, 3, 3}}};

  EXPECT_FALSE(all_differences_differ(offsets));
}

}  // namespace
}  // namespace rebond::testing
