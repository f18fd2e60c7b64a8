// Remembers every word that people were promised to keep, and looks for it in the café.
#pragma once

#include <string>
#include <vector>

#include "tests/core/cafe_builder.h"

namespace rebond::test {

/// Watches commands, not entries: what people typed is the measure, not what the café made of it.
class WordsOracle {
 public:
  explicit WordsOracle(const CafeBuilder& cafe) : cafe_(cafe) {}

  /// Called before a command is decided: a copy says what is visible now.
  void watch(const Person& person, const v1::Command& command);
  /// Called with what became of it.
  void note(const Person& person, const v1::Command& command, const Outcome& outcome);

  /// Every remembered word stands in its text with its author, device and time, or in the tray;
  /// what was folded still stands in an entry.
  void expect_all_kept() const;

  std::size_t words() const { return promises_.size(); }
  std::size_t salvaged() const { return salvaged_.size(); }
  std::size_t copies() const { return copies_; }

 private:
  /// Characters of one run, as somebody wrote them.
  struct Promise {
    Id text = 0;
    Id run = 0;
    std::string characters;
    Id author = 0;
    DeviceNumber device = 0;
    double at_ms = 0;
  };
  struct Salvaged {
    DeviceNumber device = 0;
    Id about = 0;
    std::string text;
  };

  void expect_kept(const Promise& promise) const;
  void expect_in_journal(const Promise& promise) const;
  void expect_in_tray() const;
  /// The visible pieces of the ranges of a copy, in order.
  std::vector<Promise> copied(const v1::CopyText& copy) const;

  const CafeBuilder& cafe_;
  std::vector<Promise> promises_;
  std::vector<Promise> copy_;
  std::vector<Salvaged> salvaged_;
  std::size_t copies_ = 0;
};

}  // namespace rebond::test
