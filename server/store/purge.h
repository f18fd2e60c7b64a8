// Makes the files of a database forget what its keys have forgotten.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
#include "store/announcer.h"
#include "store/database.h"

namespace rebond {

/// The marks of what was replaced or removed and is still to be purged. Any thread.
Result<std::vector<std::string>> purge_marks(const Database& database);

/// RocksDB only adds: what a key held stays in tables and logs until they are written anew. This
/// writes all of them anew, on a thread of its own, while the committer goes on.
class Purger {
 public:
  /// Called on the purger's thread with the marks that may be taken back.
  using Purged = std::function<void(std::vector<std::string> marks)>;

  /// `database` must outlive this object. A failure is told to the announcer.
  Purger(const Database& database, std::shared_ptr<Announcer> announcer);
  /// What is not done yet is left to the next start; nobody is called.
  ~Purger();
  Purger(const Purger&) = delete;
  Purger(Purger&&) = delete;
  Purger& operator=(const Purger&) = delete;
  Purger& operator=(Purger&&) = delete;

  /// Purges what was written before this call. Any thread.
  void request(Purged purged);

 private:
  void run();
  Result<void> purge();
  /// The tables and logs that hold something now.
  Result<std::set<std::string>> files() const;
  /// RocksDB removes old files a little later, and a backup holds them for a while.
  Result<void> wait_until_gone(const std::set<std::string>& old);

  const Database& database_;
  const std::shared_ptr<Announcer> announcer_;

  std::mutex mutex_;  // Guards requests_ and stopping_.
  std::condition_variable wake_;
  std::vector<Purged> requests_;
  bool stopping_ = false;

  std::thread thread_;  // Last: it uses all of the above.
};

}  // namespace rebond
