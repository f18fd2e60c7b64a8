// Group commit, with a writer that a test holds back.
#include "store/committer.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "tests/store/cafe_thread.h"

namespace rebond {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Writes when the test lets it, and remembers what it was asked for.
class HeldWriter final : public BatchWriter {
 public:
  Result<void> write(std::span<const PendingWrite> batch) override {
    std::unique_lock lock(mutex_);
    log_.push_back("write " + std::to_string(batch.size()));
    changed_.notify_all();
    changed_.wait(lock, [this] { return !held_; });
    if (failing_) return Error{ErrorKind::kIo, "", "write failed"};
    return {};
  }

  Result<void> note_progress() override {
    const std::lock_guard lock(mutex_);
    log_.emplace_back("note");
    changed_.notify_all();
    if (failing_) return Error{ErrorKind::kIo, "", "note failed"};
    return {};
  }

  void set_held(bool held) {
    const std::lock_guard lock(mutex_);
    held_ = held;
    changed_.notify_all();
  }
  void set_failing() {
    const std::lock_guard lock(mutex_);
    failing_ = true;
  }
  void wait_for_a_write() { wait_for_calls(1); }
  void wait_for_calls(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return log_.size() >= count; });
  }
  std::vector<std::string> log() {
    const std::lock_guard lock(mutex_);
    return log_;
  }

 private:
  std::mutex mutex_;  // Guards everything here.
  std::condition_variable changed_;
  std::vector<std::string> log_;
  bool held_ = false;
  bool failing_ = false;
};

class CommitterTest : public testing::Test {
 protected:
  CommitterTest() {
    announcer_->on_failure([this](const Error& error) { failures_.push_back(error.message); });
  }

  void submit(int number) {
    committer_->submit(
        {Append{"A", {}, 0, nullptr, {}}, [this, number] { acknowledged_.push_back(number); }});
  }
  void run_until_acknowledged(std::size_t count) {
    thread_.run_until([&] { return acknowledged_.size() == count; });
  }
  void run_until_failed() {
    thread_.run_until([&] { return !failures_.empty(); });
  }

  CafeThread thread_;
  HeldWriter writer_;
  std::shared_ptr<Announcer> announcer_ = std::make_shared<Announcer>(thread_.post());
  std::vector<int> acknowledged_;
  std::vector<std::string> failures_;
  std::unique_ptr<Committer> committer_ = std::make_unique<Committer>(writer_, announcer_);
};

TEST_F(CommitterTest, GathersWhatComesWhileItIsBusyIntoOneBatch) {
  writer_.set_held(true);
  submit(1);
  writer_.wait_for_a_write();
  for (int number = 2; number <= 100; ++number) submit(number);
  writer_.set_held(false);
  run_until_acknowledged(100);

  EXPECT_EQ(committer_->batches_committed(), 2U);
  EXPECT_THAT(writer_.log(), ElementsAre("write 1", "write 99"));
}

TEST_F(CommitterTest, ST2AcknowledgesInTheOrderOfTheCalls) {
  for (int number = 1; number <= 50; ++number) submit(number);
  run_until_acknowledged(50);

  EXPECT_TRUE(std::is_sorted(acknowledged_.begin(), acknowledged_.end()));
}

TEST_F(CommitterTest, ST2AcknowledgesNothingThatIsNotWritten) {
  writer_.set_held(true);
  submit(1);
  writer_.wait_for_a_write();
  thread_.run_ready();
  EXPECT_THAT(acknowledged_, IsEmpty());

  writer_.set_held(false);
  run_until_acknowledged(1);
}

TEST_F(CommitterTest, WritesWhatIsPendingAndNotesItBeforeItEnds) {
  writer_.set_held(true);
  submit(1);
  writer_.wait_for_a_write();
  submit(2);
  writer_.set_held(false);
  committer_.reset();

  EXPECT_THAT(writer_.log(), ElementsAre("write 1", "write 1", "note"));
}

TEST_F(CommitterTest, NotesHowFarItGotAWhileAfterAWriteWhenNothingFollows) {
  committer_ = std::make_unique<Committer>(writer_, announcer_, std::chrono::milliseconds(1));
  submit(1);
  writer_.wait_for_calls(2);

  EXPECT_THAT(writer_.log(), ElementsAre("write 1", "note"));
}

TEST_F(CommitterTest, NotesNothingWhenNothingWasWritten) {
  committer_.reset();
  EXPECT_THAT(writer_.log(), IsEmpty());
}

TEST_F(CommitterTest, ST5WritesNothingMoreAfterAFailedWrite) {
  writer_.set_failing();
  submit(1);
  run_until_failed();
  submit(2);
  committer_.reset();
  thread_.run_ready();

  EXPECT_THAT(failures_, ElementsAre("write failed"));
  EXPECT_THAT(writer_.log(), ElementsAre("write 1"));
  EXPECT_THAT(acknowledged_, IsEmpty());
}

TEST_F(CommitterTest, ST5DropsWhatGatheredBehindTheFailedWrite) {
  writer_.set_held(true);
  submit(1);
  writer_.wait_for_a_write();
  submit(2);
  writer_.set_failing();
  writer_.set_held(false);
  committer_.reset();
  thread_.run_ready();

  EXPECT_THAT(writer_.log(), ElementsAre("write 1"));
  EXPECT_THAT(acknowledged_, IsEmpty());
}

TEST_F(CommitterTest, ST5TellsThatItsProgressCouldNotBeNoted) {
  submit(1);
  run_until_acknowledged(1);
  writer_.set_failing();
  committer_.reset();
  thread_.run_ready();

  EXPECT_THAT(failures_, ElementsAre("note failed"));
}

TEST_F(CommitterTest, ST5StopsWhenSomebodyElseHasFailed) {
  announcer_->fail({ErrorKind::kIo, "", "flush failed"});
  announcer_->fail({ErrorKind::kIo, "", "and again"});
  submit(1);
  committer_.reset();
  thread_.run_ready();

  EXPECT_THAT(failures_, ElementsAre("flush failed"));
  EXPECT_THAT(writer_.log(), IsEmpty());
}

TEST_F(CommitterTest, ST5AcknowledgesNothingAfterItHasToldAFailure) {
  writer_.set_held(true);
  submit(1);
  writer_.wait_for_a_write();
  announcer_->fail({ErrorKind::kIo, "", "flush failed"});
  writer_.set_held(false);
  committer_.reset();
  thread_.run_ready();

  EXPECT_THAT(failures_, ElementsAre("flush failed"));
  EXPECT_THAT(acknowledged_, IsEmpty());
}

}  // namespace
}  // namespace rebond
