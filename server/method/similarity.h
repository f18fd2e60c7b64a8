// How alike ideas are: the one part of convergence that another model may replace.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"

namespace rebond {

/// Another idea, and how alike it is.
struct Likeness {
  Id idea = 0;
  /// 0 to 1; 1 for the same text.
  double score = 0;
};

/// Something that at least two ideas have in common.
struct CommonPart {
  /// A word as somebody wrote it, or the name of a subject.
  std::string text;
  /// How many of the ideas have it.
  std::size_t ideas = 0;
};

/// What several ideas have in common; what most of them have comes first.
struct CommonGround {
  /// At most 3.
  std::vector<CommonPart> words;
  /// At most 1.
  std::vector<CommonPart> subjects;
};

/// The ideas of one café by what they say. Pure: no clock, no chance, no file.
///
/// Scores are symmetric, and depend on nothing but the texts held at the last refresh() and the two
/// texts themselves.
class Similarity {
 public:
  virtual ~Similarity() = default;

  /// Takes an idea in, or its new text.
  virtual void put(Id idea, std::string_view text) = 0;
  /// Forgets an idea; nothing when it is not there.
  virtual void drop(Id idea) = 0;
  /// Learns anew from all ideas what is rare in this café. Every score may change.
  virtual void refresh() = 0;

  /// All other ideas that are at least `floor` alike, in no order.
  virtual std::vector<Likeness> alike(Id idea, double floor) const = 0;

  /// Why two ideas are alike: words that people wrote and names of subjects, most telling first,
  /// at most 4; at least one when their score is above 0.
  virtual std::vector<std::string> reasons(Id a, Id b) const = 0;

  virtual CommonGround common_ground(std::span<const Id> ideas) const = 0;
};

}  // namespace rebond
