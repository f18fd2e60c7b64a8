// Turns what cafés asked for into one RocksDB batch.
#pragma once

#include <rocksdb/write_batch.h>
#include <span>

#include "store/database.h"
#include "store/pending_write.h"

namespace rebond {

/// All of `writes`, in their order, sealed and under their keys.
rocksdb::WriteBatch make_batch(const Database& database, std::span<const PendingWrite> writes);

}  // namespace rebond
