// Similarity by shared words, pieces of words and subjects.
#pragma once

#include <array>
#include <optional>
#include <unordered_map>

#include "method/feature_index.h"
#include "method/similarity.h"

namespace rebond {

/// score = l + kThemeWeight · t · (1 − l), where l is half the cosine of stems and half the cosine
/// of pieces of 3 to 5 letters, and t the cosine of the theme list's subjects. So shared words
/// count as they are, and a shared subject adds at most half of what they leave open.
///
/// Not thread-safe.
class WordSimilarity final : public Similarity {
 public:
  static constexpr double kThemeWeight = 0.5;
  /// A longer word is cut where it is told as a reason.
  static constexpr std::uint32_t kReasonCodePointsMax = 40;

  /// `language` is a tag such as "fr" or "en-GB".
  WordSimilarity(std::string_view language, ThemeList themes);

  void put(Id idea, std::string_view text) override;
  void drop(Id idea) override;
  void refresh() override;
  std::vector<Likeness> alike(Id idea, double floor) const override;
  std::vector<std::string> reasons(Id a, Id b) const override;
  CommonGround common_ground(std::span<const Id> ideas) const override;

 private:
  using Slot = std::uint32_t;
  struct Held {
    Id idea = 0;
    std::vector<IdeaWord> words;
    std::vector<std::uint32_t> themes;
  };

  const FeatureIndex& index(FeatureKind kind) const {
    return indexes_[static_cast<std::size_t>(kind)];
  }
  Slot free_slot();
  double lexical(Slot a, Slot b) const;
  std::vector<std::string> words_joining(Slot a, Slot b) const;
  /// The subject that both have and that is rarest.
  std::optional<std::uint32_t> theme_joining(Slot a, Slot b) const;
  std::vector<CommonPart> common_words(std::span<const Id> ideas) const;
  std::vector<CommonPart> common_subjects(std::span<const Id> ideas) const;

  IdeaReader reader_;
  std::unordered_map<Id, Slot> slots_;
  std::vector<Held> held_;
  std::vector<Slot> free_;
  std::array<FeatureIndex, kFeatureKinds> indexes_;
};

}  // namespace rebond
