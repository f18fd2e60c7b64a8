// Reads one café out of the journal, a stretch at a time, so that nobody waits.
#pragma once

#include <cstddef>

#include "base/result.h"
#include "live/journal.h"

namespace rebond {

/// Gathers the durable entries of a café up to one of them, and what is private about it as it was
/// then, while the café goes on. On the thread of the cafés.
///
/// What is private is read after the entries, and so may know more: outcomes of later commands are
/// left out, in the order of each device, as if they had not been decided yet.
class WholeCafeReader {
 public:
  /// The journal must outlive this object. At most `bytes_max` are gathered.
  WholeCafeReader(const Journal& journal, CafeId cafe, Epoch epoch, Seq until,
                  std::size_t bytes_max);

  /// Reads the next stretch; true when the café is whole. Fails with kInvalid when it is larger
  /// than allowed, kBusy when its history was rewritten meanwhile, and as Journal::read() does.
  Result<bool> read_on();

  /// What was gathered, once.
  WholeCafe take() { return std::move(whole_); }

 private:
  Result<bool> read_private();

  const Journal& journal_;
  const CafeId cafe_;
  const Epoch epoch_;
  const Seq until_;
  const std::size_t bytes_max_;
  std::size_t bytes_ = 0;
  WholeCafe whole_;
};

}  // namespace rebond
