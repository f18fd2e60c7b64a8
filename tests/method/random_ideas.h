// Ideas in words that people of cafés use, by a seed.
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "method/convergence.h"

namespace rebond::testing {

/// Makes texts of 0 to 16 words from a few hundred; some are rare and some are everywhere.
class RandomIdeas {
 public:
  explicit RandomIdeas(Random& random);

  std::string text();

  /// Ideas 1 to `count` at `tables` tables.
  std::vector<ConvergingIdea> ideas(std::size_t count, std::size_t tables);

 private:
  Random& random_;
  std::vector<std::string> words_;
};

}  // namespace rebond::testing
