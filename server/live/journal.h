// The one door to durability, as the live café needs it.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"
#include "core/private_write.h"
#include "rebond/v1/private.pb.h"

namespace rebond {

/// What one decision makes durable: all of it or nothing.
struct Append {
  CafeId cafe;
  /// Present in the first append of a café.
  std::optional<v1::CafeHeader> header;
  /// 0: no entry, only private writes.
  Seq seq = 0;
  /// The entry as an element of ServerFrame.entries, tag and length included. Null when seq is 0.
  SharedBytes entry;
  std::vector<PrivateWrite> private_writes;
};

/// What recovery starts from. Entries after `snapshot_seq` are read with Journal::read().
struct StoredCafe {
  v1::CafeHeader header;
  Seq snapshot_seq = 0;
  /// Empty when no snapshot was saved.
  std::string snapshot;
  std::vector<PrivateWrite> private_records;
};

/// Everything of one café, as it is moved to another laptop or rewritten.
struct WholeCafe {
  v1::CafeHeader header;
  /// Entries 1, 2, 3, …, each as in Append. At least one.
  std::vector<SharedBytes> entries;
  Seq snapshot_seq = 0;
  /// Null when there is none; else the state after entry `snapshot_seq`.
  SharedBytes snapshot;
  std::vector<PrivateWrite> private_records;
};

/// Keeps the entries, snapshots and private records of all cafés.
///
/// append(), save_snapshot(), replace() and remove() are asynchronous, are carried out in the order
/// of the calls and never block on the disk. Every callback is called on the thread of the cafés,
/// in the order of the appends, and never from inside append() (rule ST2).
///
/// After a failed write nothing more is accepted: no callback of a later append is ever called,
/// `on_failure` is called once (ST5), and reading fails with kUnavailable. Once the destructor has
/// begun nobody is called back.
///
/// The reading calls may block on the disk; they see what is durable. They may be called from
/// the thread of the cafés only.
class Journal {
 public:
  using Durable = std::function<void()>;
  using Failed = std::function<void(const Error&)>;
  /// Returns false to stop reading. The bytes are valid during the call.
  using Visit = std::function<bool(Seq, std::string_view entry)>;

  virtual ~Journal() = default;

  virtual void append(Append append, Durable on_durable) = 0;

  /// Keeps `snapshot` as the newest of the café; older ones may be dropped.
  virtual void save_snapshot(const CafeId& cafe, Seq seq, SharedBytes snapshot) = 0;

  /// Keeps `cafe` instead of all that was kept under its id, if anything: whole or not at all.
  virtual void replace(WholeCafe cafe, Durable on_durable) = 0;

  /// Forgets all of a café, or nothing of it; an unknown one is forgotten already.
  virtual void remove(const CafeId& cafe, Durable on_durable) = 0;

  /// Makes no file of this journal hold any more what replace() and remove() made it forget before
  /// this call. Takes long and keeps nobody else's appends waiting: `on_purged` comes when it is
  /// done, in no order with the appends. What a crash interrupts is taken up at the next start.
  virtual void purge(Durable on_purged) = 0;

  /// Set once, before the first append.
  virtual void on_failure(Failed failed) = 0;

  /// The headers of all cafés, in the order of their ids.
  virtual Result<std::vector<v1::CafeHeader>> cafes() const = 0;

  /// Fails with kNotFound when there is no such café, kCorrupt when what is stored is damaged.
  virtual Result<StoredCafe> load(const CafeId& cafe) const = 0;

  /// Visits the durable entries with seq > `after`, in order, as they were appended; none for an
  /// unknown café.
  /// Fails with kCorrupt, naming café and seq, at a damaged value or a gap (ST6).
  virtual Result<void> read(const CafeId& cafe, Seq after, const Visit& visit) const = 0;
};

}  // namespace rebond
