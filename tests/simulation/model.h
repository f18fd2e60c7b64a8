// A café written a second time, as simply as can be, to check the first one by.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rebond/v1/entry.pb.h"

namespace rebond::sim {

/// The code points of a text, one string each.
std::vector<std::string> characters_of(const std::string& text);

/// Applies entries to a list of characters and a map of bytes, and sums the digest from nothing.
/// Shares no code with server/core.
class Model {
 public:
  /// False when the entry does not follow the one before, in number and in time, or names what is
  /// not there.
  bool apply(const v1::Entry& entry);

  std::uint32_t seq() const { return seq_; }

  /// One character, where it is in its text and who wrote it.
  struct Character {
    std::uint64_t run = 0;
    std::uint32_t offset = 0;
    std::string bytes;
    bool hidden = false;
    bool folded = false;
    std::uint64_t author = 0;
    std::uint32_t device = 0;
    double at_ms = 0;
  };
  using Characters = std::vector<Character>;

  /// The characters of a run in a text, in the order of their offsets.
  Characters run(std::uint64_t text, std::uint64_t run) const;

  /// 16 bytes, as rules DG1 to DG3 say.
  std::string digest() const;

 private:
  static bool insert(Characters& text, const v1::Insert& insert);
  static bool set_hidden(Characters& text, const v1::Ranges& ranges, bool hidden);
  static void fold(Characters& text);
  static std::string encode(std::uint64_t id, const Characters& text);

  std::uint32_t seq_ = 0;
  double at_ms_ = 0;
  std::map<std::pair<int, std::uint64_t>, std::string> records_;
  std::map<std::uint64_t, Characters> texts_;
};

}  // namespace rebond::sim
