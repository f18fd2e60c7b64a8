// Chance: repeatable for a seed, readable for people.
#include "base/random.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace rebond {
namespace {

TEST(SeededRandom, GivesTheSameNumbersForTheSameSeed) {
  SeededRandom one(7), same(7), other(8);
  const std::string bytes = one.bytes(40);
  EXPECT_EQ(bytes, same.bytes(40));
  EXPECT_NE(bytes, other.bytes(40));
}

TEST(Random, MakesAsManyBytesAsAsked) {
  SeededRandom random(1);
  for (const std::size_t size : {0U, 1U, 8U, 16U, 17U}) EXPECT_EQ(random.bytes(size).size(), size);
}

TEST(Random, StaysBelowItsBound) {
  SeededRandom random(1);
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 200; ++i) seen.insert(random.below(3));
  EXPECT_EQ(seen, (std::set<std::uint64_t>{0, 1, 2}));
}

TEST(Random, ReadableWordsHaveNoLookAlikesAndNoVowels) {
  SeededRandom random(1);
  const std::string letters = random.readable(10'000);
  const std::set<char> used(letters.begin(), letters.end());
  for (const char* pair : {"0O", "0D", "0Q", "1I", "1L", "2Z", "5S", "8B", "UV"}) {
    EXPECT_LE(used.count(pair[0]) + used.count(pair[1]), 1U) << pair;
  }
  for (const char vowel : {'A', 'E', 'I', 'O', 'U', 'Y'}) EXPECT_EQ(used.count(vowel), 0U) << vowel;
  EXPECT_TRUE(std::all_of(used.begin(), used.end(),
                          [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }));
  EXPECT_EQ(letters.size(), 10'000U);
}

TEST(Random, ReadableWordsUseTheirWholeAlphabet) {
  // 10 letters name a café, so the alphabet must be large enough that nobody guesses one.
  SeededRandom random(1);
  const std::string letters = random.readable(10'000);
  EXPECT_GE(std::set<char>(letters.begin(), letters.end()).size(), 19U);
}

TEST(SystemRandom, DoesNotRepeatItself) {
  SystemRandom random;
  EXPECT_NE(random.bytes(16), random.bytes(16));
}

}  // namespace
}  // namespace rebond
