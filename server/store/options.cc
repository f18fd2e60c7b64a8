// RocksDB's settings, each with its reason.
#include "store/options.h"

namespace rebond {
namespace {

constexpr std::uint64_t kMiB = 1024 * 1024;

// RocksDB's own log: for whoever looks for the cause of a failure, not for statistics.
constexpr std::uint64_t kInfoLogBytesMax = kMiB;
constexpr std::size_t kInfoLogFiles = 2;
// Sockets need the file descriptors more: many systems give a process 1024.
constexpr int kOpenFilesMax = 128;

}  // namespace

rocksdb::DBOptions database_options(rocksdb::Env* env, const StoreTuning& tuning) {
  rocksdb::DBOptions options;
  if (env != nullptr) options.env = env;
  options.create_if_missing = true;
  options.create_missing_column_families = true;

  // Opens after every torn tail of the log; the watermark notices when more than a tail is gone.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  options.max_total_wal_size = tuning.log_bytes_max;

  // A failed write is the end of this process (ST5): RocksDB must not try again by itself.
  options.max_bgerror_resume_count = 0;

  // The defaults, named because recovery relies on them: one log per life, plain, in one order.
  options.recycle_log_file_num = 0;
  options.wal_compression = rocksdb::kNoCompression;
  options.unordered_write = false;
  options.two_write_queues = false;
  // One thread writes, so there is nothing to pipeline.
  options.enable_pipelined_write = false;

  options.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
  options.max_log_file_size = kInfoLogBytesMax;
  options.keep_log_file_num = kInfoLogFiles;
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;

  options.max_open_files = kOpenFilesMax;
  return options;
}

rocksdb::ColumnFamilyOptions family_options(const StoreTuning& tuning) {
  rocksdb::ColumnFamilyOptions options;
  options.write_buffer_size = tuning.write_buffer_bytes;
  // Reads each new table back before the log that it replaces is deleted.
  options.paranoid_file_checks = true;
  // One is written while the other is flushed: a hall's laptop has memory for more important
  // things.
  options.max_write_buffer_number = 2;
  return options;
}

rocksdb::WriteOptions write_options() {
  rocksdb::WriteOptions options;
  // On the disk when Write() returns: what is acknowledged survives a power cut.
  options.sync = true;
  options.disableWAL = false;
  options.protection_bytes_per_key = kProtectionBytesPerKey;
  return options;
}

}  // namespace rebond
