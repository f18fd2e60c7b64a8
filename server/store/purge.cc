// Makes the files of a database forget what its keys have forgotten.
#include "store/purge.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <rocksdb/iterator.h>
#include <rocksdb/metadata.h>
#include <rocksdb/options.h>
#include <string_view>
#include <utility>

#include "store/keys.h"

namespace rebond {
namespace {

constexpr std::chrono::milliseconds kLookAgainAfter{20};

/// RocksDB names the same file "/000012.sst" here and "000012.sst" there.
std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

std::vector<rocksdb::ColumnFamilyHandle*> families_of(const Database& database) {
  std::vector<rocksdb::ColumnFamilyHandle*> families;
  for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
    families.push_back(database.family(static_cast<Family>(i)));
  }
  return families;
}

}  // namespace

Result<std::vector<std::string>> purge_marks(const Database& database) {
  std::vector<std::string> marks;
  const std::unique_ptr<rocksdb::Iterator> it(
      database.db().NewIterator({}, database.family(Family::kDefault)));
  for (it->Seek(rocksdb::Slice(kPurgeMarks.data(), kPurgeMarks.size()));
       it->Valid() && it->key().ToStringView().starts_with(kPurgeMarks); it->Next()) {
    marks.push_back(it->key().ToString());
  }
  if (!it->status().ok()) return database.failure(it->status(), "be read");
  return marks;
}

Purger::Purger(const Database& database, std::shared_ptr<Announcer> announcer)
    : database_(database), announcer_(std::move(announcer)), thread_([this] { run(); }) {}

Purger::~Purger() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  database_.db().DisableManualCompaction();
  thread_.join();
}

void Purger::request(Purged purged) {
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(std::move(purged));
  }
  wake_.notify_one();
}

void Purger::run() {
  while (true) {
    std::vector<Purged> requests;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !requests_.empty(); });
      if (stopping_) return;
      requests.swap(requests_);
    }
    // Read before the work: a mark that comes while it is done is not taken back by it.
    Result<std::vector<std::string>> marks = purge_marks(database_);
    const Result<void> purged = marks ? purge() : Result<void>(marks.error());
    const std::lock_guard lock(mutex_);
    if (stopping_ || announcer_->failed()) return;
    if (!purged) return announcer_->fail(purged.error());
    for (const Purged& told : requests) told(*marks);
  }
}

Result<void> Purger::purge() {
  if (announcer_->failed()) return {};
  const Result<std::set<std::string>> old = files();
  if (!old) return old.error();
  // Each empties the family's memory into tables first, so that in the end no old log is needed.
  rocksdb::CompactRangeOptions options;
  options.exclusive_manual_compaction = false;
  // The last level too, which a compaction leaves as it is when it can.
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  for (rocksdb::ColumnFamilyHandle* family : families_of(database_)) {
    if (announcer_->failed()) return {};
    const auto status = database_.db().CompactRange(options, family, nullptr, nullptr);
    if (!status.ok()) return database_.failure(status, "be written");
  }
  return wait_until_gone(*old);
}

Result<std::set<std::string>> Purger::files() const {
  std::set<std::string> names;
  std::vector<rocksdb::LiveFileMetaData> tables;
  database_.db().GetLiveFilesMetaData(&tables);
  for (const auto& table : tables) names.insert(file_name(table.name));
  // Not asked of RocksDB, which reads the start of each log: a log that a power cut has torn there
  // may be left from the life before, and is no failure of this one.
  const rocksdb::DB& db = database_.db();
  std::vector<std::string> children;
  if (const auto status = db.GetEnv()->GetChildren(db.GetName(), &children); !status.ok()) {
    return database_.failure(status, "be read");
  }
  for (const std::string& name : children) {
    std::uint64_t size = 0;
    const bool is_log = std::string_view(name).ends_with(".log");
    // One that cannot be looked at has just been removed; one in which nothing stands yet stays.
    if (!is_log || !db.GetEnv()->GetFileSize(db.GetName() + "/" + name, &size).ok()) continue;
    if (size > 0) names.insert(name);
  }
  return names;
}

Result<void> Purger::wait_until_gone(const std::set<std::string>& old) {
  rocksdb::DB& db = database_.db();
  while (!announcer_->failed()) {
    std::vector<std::string> now;
    if (const auto status = db.GetEnv()->GetChildren(db.GetName(), &now); !status.ok()) {
      return database_.failure(status, "be read");
    }
    const bool left = std::any_of(now.begin(), now.end(),
                                  [&](const std::string& name) { return old.contains(name); });
    if (!left) return {};
    std::unique_lock lock(mutex_);
    if (wake_.wait_for(lock, kLookAgainAfter, [this] { return stopping_; })) return {};
  }
  return {};
}

}  // namespace rebond
