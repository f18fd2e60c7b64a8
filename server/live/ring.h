// The newest entries of a café, ready to be sent.
#pragma once

#include <cstddef>
#include <deque>

#include "base/ids.h"
#include "live/message.h"

namespace rebond {

/// Encoded entries with seq in (first(), head()], oldest dropped first when a bound is passed.
///
/// A client is a cursor: the seq of the last entry that it was sent. Not thread-safe.
class Ring {
 public:
  /// `head` is the newest entry of the café when nothing was pushed yet.
  Ring(Seq head, std::size_t bytes_max, std::size_t entries_max);

  /// Takes entry head() + 1.
  void push(ByteRange entry);

  /// Every entry after `cursor` is here.
  bool covers(Seq cursor) const { return cursor >= first_ && cursor <= head(); }

  Seq head() const { return first_ + static_cast<Seq>(entries_.size()); }

  /// Adds the entries after `cursor` to a message, as long as there is room for another range and
  /// the message has at most `bytes_max` bytes; one entry always fits. Returns the new cursor.
  /// The ring must cover `cursor`.
  Seq collect(Seq cursor, std::size_t bytes_max, std::size_t ranges_max, Message& message) const;

 private:
  Seq first_;  // the entry before the oldest that is held
  std::size_t bytes_ = 0;
  std::size_t bytes_max_;
  std::size_t entries_max_;
  std::deque<ByteRange> entries_;
};

}  // namespace rebond
