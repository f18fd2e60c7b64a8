// One life of a journal: it opens, works, and the power goes.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/random.h"
#include "store/rocks_journal.h"
#include "tests/store/contents.h"
#include "tests/store/power_cut_file_system.h"

namespace rebond::power_cut {

/// What the disk, or a planted bug, does wrong.
enum class Fault {
  kNone,
  kSkipSync,        // the log is never synced
  kSkipFolderSync,  // new names are never synced
  kLoseSynced,      // the end of what was synced in the log is gone after a cut
  kDamageSynced,    // a byte that was synced in the log is another one after a cut
};

/// What must be there after a cut: `base`, then the first `acknowledged` of `requests` or more.
struct Promise {
  Contents base;
  std::vector<Request> requests;
  std::size_t acknowledged = 0;
};

/// A journal in `folder` until its power cut. Afterwards the next life can begin elsewhere.
class Life {
 public:
  Life(std::filesystem::path folder, Random& random, Fault fault);

  /// Opens, checks what is there against `promise`, works, and ends at the cut. `promise` is then
  /// what the next life must find. Returns what is wrong; empty when nothing is.
  std::string run(Promise& promise);

  /// Writes what the next start finds.
  void restore_into(const std::filesystem::path& folder);

  const CutDamage& damage() const { return disk_->damage(); }
  bool was_cut_while_opening() const { return cut_while_opening_; }

 private:
  std::string check(Promise& promise) const;
  void work(Promise& promise);
  void submit(Request request, Promise& promise);
  void run_posted();
  void wait_for(std::size_t requests, const Promise& promise);
  Post post();

  const std::filesystem::path folder_;
  Random& random_;
  const Fault fault_;
  std::shared_ptr<PowerCutFileSystem> disk_;
  std::unique_ptr<rocksdb::Env> env_;
  std::unique_ptr<RocksJournal> journal_;
  std::string watermark_;
  bool cut_while_opening_ = false;

  struct Task {
    std::function<void()> run;
    bool before_cut = false;
  };
  std::mutex mutex_;  // Guards tasks_.
  std::condition_variable posted_;
  std::deque<Task> tasks_;
  bool counts_ = false;
  std::size_t called_back_ = 0;
  std::string failure_;
};

}  // namespace rebond::power_cut
