// The linking phrases: how each kind of link reads between two ideas.
#include "trace/phrases.h"

#include <gtest/gtest.h>
#include <set>

namespace rebond::trace {
namespace {

TEST(Phrases, EveryKindOfTheContractReadsInBothLanguages) {
  std::set<std::string_view> french;
  std::set<std::string_view> english;
  std::set<std::string> names;
  for (int number = v1::LinkKind_MIN; number <= v1::LinkKind_MAX; ++number) {
    const auto kind = static_cast<v1::LinkKind>(number);
    french.insert(phrase_of(kind, Language::kFrench));
    english.insert(phrase_of(kind, Language::kEnglish));
    names.insert(kind_name(kind));
  }
  EXPECT_EQ(french.size(), v1::LinkKind_ARRAYSIZE);
  EXPECT_EQ(english.size(), v1::LinkKind_ARRAYSIZE);
  EXPECT_EQ(names.size(), v1::LinkKind_ARRAYSIZE);
}

TEST(Phrases, AKindIsCalledAsInTheContract) {
  EXPECT_EQ(kind_name(v1::LINK_KIND_SAME_AS), "same_as");
}

TEST(Phrases, AKindOfANewerContractReadsAllTheSame) {
  const auto kind = static_cast<v1::LinkKind>(77);
  EXPECT_EQ(phrase_of(kind, Language::kFrench), "est liée à");
  EXPECT_EQ(kind_name(kind), "77");
}

TEST(Phrases, WhatIsNotEnglishIsSaidInFrench) {
  EXPECT_EQ(language_of("en-GB"), Language::kEnglish);
  EXPECT_EQ(language_of("fr"), Language::kFrench);
  EXPECT_EQ(language_of("nl"), Language::kFrench);
}

}  // namespace
}  // namespace rebond::trace
