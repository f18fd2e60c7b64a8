// RocksDB's settings, each with its reason.
#pragma once

#include <rocksdb/options.h>

#include "store/tuning.h"

namespace rebond {

/// Of the database; `env` null: the machine's.
rocksdb::DBOptions database_options(rocksdb::Env* env, const StoreTuning& tuning = {});

/// Of each column family.
rocksdb::ColumnFamilyOptions family_options(const StoreTuning& tuning = {});

/// Of every write.
rocksdb::WriteOptions write_options();

/// Bytes of checksum that travel with each key from the batch to the log and the tables.
inline constexpr std::size_t kProtectionBytesPerKey = 8;

}  // namespace rebond
