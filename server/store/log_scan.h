// Tells a log that a stop of the machine has torn from one that is damaged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rebond {

/// What one file of RocksDB's log holds.
struct LogScan {
  /// Whole records before the first damage, and where the last of them ends.
  std::size_t records = 0;
  std::uint64_t sound_bytes = 0;
  /// Bytes behind them that are not zero: a torn tail, or damage.
  std::uint64_t torn_bytes = 0;
  /// Where the first whole record behind the damage begins. With it, the damage is no torn tail:
  /// one write at a time is unsynced, so what follows was begun when the damaged one was synced.
  std::optional<std::uint64_t> record_after_damage;
  /// RocksDB's sequence number of the first whole record, and the one that follows the last; 0
  /// and 0 when there is none.
  std::uint64_t first_sequence = 0;
  std::uint64_t next_sequence = 0;
};

/// Reads a log as RocksDB 7.8 writes it without recycling and compression, block by block.
class LogScanner {
 public:
  static constexpr std::size_t kBlockBytes = 32 * 1024;

  /// The next block of the file; only the last one may be shorter than kBlockBytes.
  void block(std::string_view bytes);

  const LogScan& scan() const { return scan_; }

 private:
  struct Piece;

  static std::optional<Piece> read_piece(std::string_view rest);
  /// Returns how much of the block is sound.
  std::size_t read_sound(std::string_view bytes);
  bool take(const Piece& piece, std::uint64_t offset);
  void search(std::string_view bytes, std::size_t from);
  bool begins_later_record(const Piece& piece) const;

  LogScan scan_;
  std::uint64_t offset_ = 0;
  bool damaged_ = false;
  bool inside_record_ = false;
  // The first bytes of the record that is being read: its sequence number and count.
  std::string head_;
};

/// Fails with kPermission or kIo when the file cannot be read.
Result<LogScan> scan_log(const std::filesystem::path& file);

/// A file of the log, and why it must not be opened for writing, if so.
struct ScannedLog {
  std::filesystem::path file;
  LogScan scan;
  std::optional<Error> trouble;
};

/// Every log of the database, oldest first; none when `database` does not exist.
///
/// `trouble` is kCorrupt, naming file, offset and remedy, where a whole record follows damage, in
/// the same file or in a later one. Damage to the end is a torn tail: never acknowledged, no
/// trouble. Fails with kIo when a file cannot be read.
Result<std::vector<ScannedLog>> scan_logs(const std::filesystem::path& database);

}  // namespace rebond
