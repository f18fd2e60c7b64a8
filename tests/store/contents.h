// What a journal holds, as a simple model and as it is read back.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "live/journal.h"

namespace rebond {

struct SavedSnapshot {
  CafeId cafe;
  Seq seq = 0;
  std::string bytes;
};

struct Removed {
  CafeId cafe;
};

/// One thing that a journal is asked for.
using Request = std::variant<Append, SavedSnapshot, WholeCafe, Removed>;

/// One café.
struct CafeContents {
  std::string header;
  std::map<Seq, std::string> entries;
  std::map<std::pair<v1::PrivateKind, Id>, std::string> private_records;
  Seq snapshot_seq = 0;
  std::string snapshot;

  Seq head() const { return entries.empty() ? 0 : entries.rbegin()->first; }
  bool operator==(const CafeContents&) const = default;
};

/// All cafés of a journal.
struct Contents {
  std::map<CafeId, CafeContents> cafes;

  /// What becomes of it when the request is carried out.
  void apply(const Request& request);

  /// All that a journal says it holds; its own error when something is damaged or missing.
  static Result<Contents> read(const Journal& journal);

  /// The first café that differs, and in what; empty when nothing does.
  std::string difference(const Contents& other) const;

  bool operator==(const Contents&) const = default;
};

}  // namespace rebond
