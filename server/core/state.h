// The public state of a café: what everybody may hold a copy of.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "base/result.h"
#include "core/digest.h"
#include "core/records.h"
#include "core/text.h"
#include "rebond/v1/entry.pb.h"

namespace rebond {

/// Records and texts after entry seq().
///
/// The server, the terminal, a recovery from disk and a relay elsewhere all hold
/// one of these and apply the same entries. Movable; a copy shares the records. Not thread-safe.
class State {
 public:
  /// Of the newest entry applied; 0 before the first.
  Seq seq() const { return seq_; }
  /// Café time of that entry, milliseconds since 1970.
  double at_ms() const { return at_ms_; }

  const Records& records() const { return records_; }

  template <typename Message>
  const Message* find(Id id) const {
    return records_.find<Message>(id);
  }

  /// The text of a record; an empty one when nothing was written.
  const Text& text(Id id) const;
  const std::map<Id, Text>& texts() const { return texts_; }

  const Digest& digest() const { return digest_; }

  /// Applies the next entry. Fails, and then this copy is not to be used any more,
  /// when the entry is not seq() + 1 or holds a change that does not fit or is not known (CU8).
  Result<void> apply(const v1::Entry& entry);

  /// An encoded v1::Snapshot.
  std::string to_snapshot() const;

  /// The state that to_snapshot() encoded.
  static Result<State> from_snapshot(std::string_view bytes);

 private:
  /// `edited` collects the texts whose terms are taken out of the digest for now.
  Result<void> apply(const v1::Change& change, std::set<Id>& edited);
  Result<void> put(const v1::Put& put);
  void remove(const v1::RecordRef& ref);

  Seq seq_ = 0;
  double at_ms_ = 0;
  Records records_;
  std::map<Id, Text> texts_;
  Digest digest_;
};

}  // namespace rebond
