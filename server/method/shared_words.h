// The words that make two texts alike, as people wrote them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "method/idea_features.h"

namespace rebond {

/// A word of one text that stands in the other too, in the same form or nearly.
struct SharedWord {
  std::string written;
  std::uint64_t stem = 0;
  /// What it adds to the likeness.
  double gain = 0;
};

/// What a stem, or a piece of a word, adds to the likeness of the two texts.
using Gain = std::function<double(std::uint64_t key)>;

/// The words of `a` that `b` has too, with a gain above 0, best first; each stem once. A word that
/// only looks like one of `b` ("détritus", "détritius") counts when the share of pieces that both
/// have is at least `resemblance`, 0 to 1.
std::vector<SharedWord> shared_words(const std::vector<IdeaWord>& a, const std::vector<IdeaWord>& b,
                                     const Gain& stem_gain, const Gain& piece_gain,
                                     double resemblance);

}  // namespace rebond
