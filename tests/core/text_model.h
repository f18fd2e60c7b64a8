// A text as anybody would write it: a list of characters. The measure for the real one.
#pragma once

#include <string>
#include <vector>

#include "base/ids.h"
#include "rebond/v1/text.pb.h"

namespace rebond::test {

/// Slow and plain. Takes only edits that fit.
class TextModel {
 public:
  struct Character {
    Id run = 0;
    std::uint32_t offset = 0;
    std::string bytes;  // one code point; empty when folded
    bool hidden = false;
    bool folded = false;
  };

  void apply(const v1::TextEdit& edit);
  std::string visible() const;
  /// The pieces by rule TX4, without provenance.
  v1::Text pieces() const;
  const std::vector<Character>& characters() const { return characters_; }

 private:
  std::vector<Character> characters_;
};

/// The code points of well-formed UTF-8, one string each.
std::vector<std::string> code_points_of(const std::string& text);

}  // namespace rebond::test
