// One backup of an open journal: from the order to the note that it was made.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>

#include "operate/order.h"
#include "store/rocks_journal.h"

namespace rebond::operate {

/// Can be stopped from another thread while it runs.
class BackupJob {
 public:
  /// The journal is that of the folder `data` and must outlive this object.
  BackupJob(std::filesystem::path data, const RocksJournal& journal, BackupOrder order);

  /// Makes the backup and notes it in the data folder. Blocks; any thread.
  Reply run();

  /// Ends run() soon. Any thread.
  void stop();

 private:
  Result<void> check_room(const std::filesystem::path& folder) const;

  const std::filesystem::path data_;
  const RocksJournal& journal_;
  const BackupOrder order_;
  std::mutex mutex_;  // Guards the rest.
  std::shared_ptr<Backups> backups_;
  bool stopped_ = false;
};

/// What was noted of the last backup of a data folder; null when there is none.
Json last_backup(const std::filesystem::path& data);

}  // namespace rebond::operate
