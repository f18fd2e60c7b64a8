// One life of a journal: it opens, works, and the power goes.
#include "tests/power_cut/life.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "tests/power_cut/workload.h"

namespace rebond::power_cut {
namespace {

using std::filesystem::path;

// So small that a life of a hundred requests flushes, compacts and changes its log.
constexpr StoreTuning kSmall = {64 * 1024, 256 * 1024, std::chrono::milliseconds(2)};
constexpr std::size_t kRequestsMax = 120;
// Opening takes some tens of steps, an append two.
constexpr std::size_t kStepsMax = 200;
constexpr std::size_t kStepsOfOpening = 40;

PowerCutFileSystem::Skipped skipped(Fault fault) {
  if (fault == Fault::kSkipSync) return PowerCutFileSystem::Skipped::kLogs;
  if (fault == Fault::kSkipFolderSync) return PowerCutFileSystem::Skipped::kFolders;
  return PowerCutFileSystem::Skipped::kNone;
}

path watermark_file(const path& folder) {
  return folder / "journal.watermark";
}

std::string read_file(const path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write_file(const path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

// What no fair disk does to the newest log.
void spoil(const path& database, Fault fault, Random& random) {
  path newest;
  for (const auto& file : std::filesystem::directory_iterator(database)) {
    if (file.path().extension() == ".log" && file.path() > newest) newest = file.path();
  }
  if (newest.empty()) return;
  std::string bytes = read_file(newest);
  if (bytes.empty()) return;
  const std::size_t at = random.below(bytes.size());
  if (fault == Fault::kLoseSynced) bytes.resize(at);
  if (fault == Fault::kDamageSynced) bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
  write_file(newest, bytes);
}

}  // namespace

Life::Life(path folder, Random& random, Fault fault)
    : folder_(std::move(folder)),
      random_(random),
      fault_(fault),
      disk_(std::make_shared<PowerCutFileSystem>(folder_ / "journal", random.next_u64(),
                                                 skipped(fault))),
      env_(rocksdb::NewCompositeEnv(disk_)) {}

std::string Life::run(Promise& promise) {
  const std::string before = read_file(watermark_file(folder_));
  // The file of the watermark is written in one piece: a cut meanwhile leaves the older one.
  const bool older = random_.below(4) == 0;
  const std::size_t steps = random_.below(4) == 0 ? kStepsOfOpening : kStepsMax;
  disk_->cut_at(1 + random_.below(steps), [this, before, older] {
    watermark_ = older ? before : read_file(watermark_file(folder_));
  });
  auto opened = RocksJournal::open(folder_, post(), env_.get(), kSmall);
  if (!opened) return "the journal did not open: " + describe(opened.error());
  cut_while_opening_ = disk_->is_cut();
  journal_ = std::move(*opened);
  journal_->on_failure([this](const Error& error) { failure_ = describe(error); });
  std::string wrong = check(promise);
  if (wrong.empty()) work(promise);
  disk_->cut_now();
  run_posted();
  journal_.reset();
  return failure_.empty() ? wrong : "the journal stopped: " + failure_;
}

// What was asked is carried out in order, so what is there is a beginning of it. It was seen, so
// from now on it must stay.
std::string Life::check(Promise& promise) const {
  const auto found = Contents::read(*journal_);
  if (!found) return "reading failed: " + describe(found.error());
  Contents expected = promise.base;
  for (std::size_t i = 0; i < promise.acknowledged; ++i) expected.apply(promise.requests[i]);
  const Contents acknowledged = expected;
  std::size_t next = promise.acknowledged;
  while (expected != *found && next < promise.requests.size()) {
    expected.apply(promise.requests[next++]);
  }
  if (expected != *found) {
    return "not what was acknowledged, nor that and a beginning of what was asked: " +
           found->difference(acknowledged);
  }
  promise = {std::move(expected), {}, 0};
  return "";
}

void Life::work(Promise& promise) {
  Contents asked = promise.base;
  const std::size_t requests = random_.below(kRequestsMax);
  for (std::size_t i = 0; i < requests && !disk_->is_cut(); ++i) {
    Request request = next_request(asked, random_);
    asked.apply(request);
    submit(std::move(request), promise);
    // Some wait for each answer, some send in bursts.
    if (random_.below(3) == 0) wait_for(promise.requests.size(), promise);
    run_posted();
  }
  if (random_.below(2) == 0) wait_for(promise.requests.size(), promise);
}

void Life::submit(Request request, Promise& promise) {
  promise.requests.push_back(request);
  const auto done = [this, &promise, number = promise.requests.size()] {
    called_back_ = number;
    if (counts_) promise.acknowledged = number;
  };
  if (auto* append = std::get_if<Append>(&request)) {
    journal_->append(std::move(*append), done);
  } else if (auto* whole = std::get_if<WholeCafe>(&request)) {
    journal_->replace(std::move(*whole), done);
  } else if (auto* removed = std::get_if<Removed>(&request)) {
    journal_->remove(removed->cafe, done);
  } else {
    auto& saved = std::get<SavedSnapshot>(request);
    journal_->save_snapshot(saved.cafe, saved.seq, share(std::move(saved.bytes)));
  }
}

// A snapshot has no answer; nobody waits for the last one.
void Life::wait_for(std::size_t requests, const Promise& promise) {
  while (requests > 0 && std::holds_alternative<SavedSnapshot>(promise.requests[requests - 1])) {
    --requests;
  }
  while (called_back_ < requests && failure_.empty()) {
    {
      std::unique_lock lock(mutex_);
      posted_.wait(lock, [this] { return !tasks_.empty(); });
    }
    run_posted();
  }
}

void Life::run_posted() {
  std::deque<Task> tasks;
  {
    const std::lock_guard lock(mutex_);
    tasks.swap(tasks_);
  }
  for (const Task& task : tasks) {
    counts_ = task.before_cut;
    task.run();
  }
}

Post Life::post() {
  return [this](std::function<void()> task) {
    // An answer counts when it was on its way before the cut.
    const bool before_cut = !disk_->is_cut();
    {
      const std::lock_guard lock(mutex_);
      tasks_.push_back({std::move(task), before_cut});
    }
    posted_.notify_one();
  };
}

void Life::restore_into(const path& folder) {
  std::filesystem::create_directories(folder);
  disk_->restore_into(folder / "journal");
  if (!watermark_.empty()) write_file(watermark_file(folder), watermark_);
  if (fault_ == Fault::kLoseSynced || fault_ == Fault::kDamageSynced) {
    spoil(folder / "journal", fault_, random_);
  }
}

}  // namespace rebond::power_cut
