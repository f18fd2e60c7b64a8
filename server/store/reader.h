// Reads cafés back from the database and checks what it reads.
#pragma once

#include <memory>
#include <optional>
#include <rocksdb/iterator.h>
#include <string>
#include <vector>

#include "base/result.h"
#include "live/journal.h"
#include "store/database.h"

namespace rebond {

/// The reading half of Journal, which says what each call promises.
class Reader {
 public:
  /// `database` must outlive this object.
  explicit Reader(const Database& database) : database_(database) {}

  Result<std::vector<v1::CafeHeader>> cafes() const;
  Result<StoredCafe> load(const CafeId& cafe) const;
  Result<void> read(const CafeId& cafe, Seq after, const Journal::Visit& visit) const;

 private:
  Result<void> load_header(const CafeId& cafe, StoredCafe& stored) const;
  Result<void> load_snapshot(const CafeId& cafe, StoredCafe& stored) const;
  Result<void> load_private(const CafeId& cafe, StoredCafe& stored) const;
  /// What stands under the café's id, as it was sealed; none when nothing does.
  Result<std::optional<std::string>> get(Family family, const CafeId& cafe) const;
  std::unique_ptr<rocksdb::Iterator> iterate(Family family) const;

  const Database& database_;
};

}  // namespace rebond
