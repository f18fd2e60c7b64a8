// Drives a RocksJournal in folders of its own.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <rocksdb/env.h>

#include "store/rocks_journal.h"
#include "tests/store/cafe_thread.h"
#include "tests/store/faulty_file_system.h"
#include "tests/store/journal_driver.h"
#include "tests/store/temporary_folder.h"

namespace rebond {

class RocksDriver final : public JournalDriver {
 public:
  RocksDriver();

  Journal& journal() override { return *journal_; }
  void run_until(const std::function<bool()>& done) override { thread_.run_until(done); }
  void run_ready() override { thread_.run_ready(); }

  /// The next start finds a copy of the files, made while the journal was still open: exactly
  /// what a killed process leaves.
  void crash() override;
  void fail_next_write() override { disk_->fail_at(1); }
  void damage_entry(const CafeId& cafe, Seq seq) override;
  void lose_entry(const CafeId& cafe, Seq seq) override;

  FaultyFileSystem& disk() { return *disk_; }
  std::filesystem::path folder() const { return root_.path() / std::to_string(life_); }

 private:
  void open();

  TemporaryFolder root_;
  CafeThread thread_;
  std::shared_ptr<FaultyFileSystem> disk_ = std::make_shared<FaultyFileSystem>();
  std::unique_ptr<rocksdb::Env> env_ = rocksdb::NewCompositeEnv(disk_);
  std::size_t life_ = 1;
  std::unique_ptr<RocksJournal> journal_;
};

}  // namespace rebond
