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

/// Keeps the entries, snapshots and private records of all cafés.
///
/// append() and save_snapshot() are asynchronous, are carried out in the order of the calls
/// and never block on the disk. Every callback is called on the thread of the cafés, in the
/// order of the appends, and never from inside append() (rule ST2).
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
