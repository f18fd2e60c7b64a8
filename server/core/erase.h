// Erasing a person from the whole history of a café, as if the person had never had a name (P8).
#pragma once

#include <cstddef>
#include <vector>

#include "core/history.h"
#include "core/state.h"
#include "core/subject.h"

namespace rebond {

struct ErasureOrder {
  Subject subject;
  /// Also what the person typed: each of its code points becomes a blank.
  bool with_words = false;
  /// Of the new history: random, not 0 and not the old one.
  Epoch epoch = 0;
};

/// What was done, as numbers: nothing in it leads to the person.
struct ErasureReport {
  /// Entries that changed.
  std::size_t entries = 0;
  /// Code points that were blanked.
  std::size_t blanked = 0;
  /// Links that open nothing any more, devices that are forgotten, salvaged texts that are gone.
  std::size_t links = 0;
  std::size_t devices = 0;
  std::size_t salvaged = 0;
  /// Ideas that others typed for the person: unlinked, and their words are still there.
  std::vector<Id> said;
};

struct Erasure {
  History history;
  /// After the last entry of `history`.
  State state;
  ErasureReport report;
};

/// The history without the person: seqs, times, ids of things and all that others wrote stay
/// (rules ER). Fails with the errors of identify(), kCorrupt when the history cannot be read.
Result<Erasure> erase_person(const History& before, const ErasureOrder& order);

/// What a blanked code point becomes. One byte, so that nothing grows.
inline constexpr char kBlank = '_';

}  // namespace rebond
