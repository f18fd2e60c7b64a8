// The journal on a disk whose n-th step fails, for n = 1, 2, 3, … until none is left to fail.
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "store/rocks_journal.h"
#include "tests/store/cafe_thread.h"
#include "tests/store/contents.h"
#include "tests/store/faulty_file_system.h"
#include "tests/store/temporary_folder.h"

namespace rebond {
namespace {

using testing::HasSubstr;

// So small that a few appends flush and compact too.
constexpr StoreTuning kSmall = {64 * 1024, 128 * 1024, std::chrono::milliseconds(1)};
constexpr Seq kAppends = 8;
constexpr std::size_t kEntryBytes = 30'000;

Append append_of(Seq seq) {
  Append append;
  append.cafe = "A";
  append.seq = seq;
  append.entry = share(std::string(kEntryBytes, static_cast<char>('a' + seq)));
  append.private_writes = {{v1::PRIVATE_KIND_OUTCOME, seq, "accepted"}};
  if (seq == 1) append.header.emplace().set_id("A");
  return append;
}

/// One life on a disk: opens, appends one by one until the journal fails, reads, closes.
class Life {
 public:
  Life(const TemporaryFolder& folder, rocksdb::Env& env) : folder_(folder), env_(env) {}

  void run() {
    auto journal = RocksJournal::open(folder_.path(), thread_.post(), &env_, kSmall);
    if (!journal) {
      errors_.push_back(journal.error());
      return;
    }
    (*journal)->on_failure([this](const Error& error) { errors_.push_back(error); });
    for (Seq seq = 1; seq <= kAppends && errors_.empty(); ++seq) {
      (*journal)->append(append_of(seq), [this] { acknowledge(); });
      thread_.run_until([&] { return acknowledged_ == seq || !errors_.empty(); });
    }
    thread_.run_ready();
  }

  Seq acknowledged() const { return acknowledged_; }
  const std::vector<Error>& errors() const { return errors_; }

 private:
  void acknowledge() {
    EXPECT_TRUE(errors_.empty());
    ++acknowledged_;
  }

  const TemporaryFolder& folder_;
  rocksdb::Env& env_;
  CafeThread thread_;
  Seq acknowledged_ = 0;
  std::vector<Error> errors_;
};

/// What the folder holds is the first so many appends, at least `acknowledged`, each whole.
void expect_recovers(const TemporaryFolder& folder, Seq acknowledged) {
  CafeThread thread;
  const auto journal = RocksJournal::open(folder.path(), thread.post());
  ASSERT_TRUE(journal) << describe(journal.error());
  const auto found = Contents::read(**journal);
  ASSERT_TRUE(found) << describe(found.error());
  const auto cafe = found->cafes.find("A");
  const Seq kept = cafe == found->cafes.end() ? 0 : cafe->second.head();
  EXPECT_GE(kept, acknowledged);
  Contents expected;
  for (Seq seq = 1; seq <= kept; ++seq) expected.apply(append_of(seq));
  EXPECT_EQ(found->difference(expected), "");
}

class DiskFaults : public testing::TestWithParam<DiskFailure> {};

TEST_P(DiskFaults, ST1ST5KeepsWhatWasAcknowledgedAndSaysWhyItStopped) {
  std::size_t told = 0;
  std::size_t step = 0;
  bool failed = true;
  while (failed) {
    SCOPED_TRACE("step " + std::to_string(++step));
    const TemporaryFolder folder;
    const auto disk = std::make_shared<FaultyFileSystem>();
    const auto env = rocksdb::NewCompositeEnv(disk);
    disk->fail_at(step, GetParam());
    Life life(folder, *env);
    life.run();
    failed = disk->has_failed();
    disk->heal();

    // RocksDB does without some steps, such as a file of its options; nothing else may be quiet.
    EXPECT_LE(life.errors().size(), failed ? 1U : 0U);
    EXPECT_TRUE(!life.errors().empty() || life.acknowledged() == kAppends);
    for (const Error& error : life.errors()) {
      ++told;
      EXPECT_THAT(error.message, HasSubstr(folder.path().string()));
      EXPECT_EQ(error.message.find('\n'), std::string::npos);
    }
    expect_recovers(folder, life.acknowledged());
  }
  std::cout << step - 1 << " steps failed, " << told << " stopped the journal\n";
  EXPECT_GT(told, 20U);
}

TEST_P(DiskFaults, ST1ST4RecoversWhicheverStepOfTheRecoveryFails) {
  bool failed = true;
  std::size_t step = 0;
  while (failed) {
    SCOPED_TRACE("step " + std::to_string(++step));
    const TemporaryFolder folder;
    const auto disk = std::make_shared<FaultyFileSystem>();
    const auto env = rocksdb::NewCompositeEnv(disk);
    Life life(folder, *env);
    life.run();
    ASSERT_EQ(life.acknowledged(), kAppends);
    disk->fail_at(step, GetParam());
    {
      CafeThread thread;
      const auto opened = RocksJournal::open(folder.path(), thread.post(), env.get(), kSmall);
      failed = disk->has_failed();
      EXPECT_TRUE(opened || failed);
      if (!opened) {
        EXPECT_THAT(opened.error().message, HasSubstr(folder.path().string()));
      }
    }
    disk->heal();
    expect_recovers(folder, kAppends);
  }
}

INSTANTIATE_TEST_SUITE_P(All, DiskFaults,
                         testing::Values(DiskFailure::kIo, DiskFailure::kNoSpace,
                                         DiskFailure::kShort),
                         [](const testing::TestParamInfo<DiskFailure>& failure) {
                           if (failure.param == DiskFailure::kIo) return "Io";
                           return failure.param == DiskFailure::kNoSpace ? "NoSpace" : "ShortWrite";
                         });

}  // namespace
}  // namespace rebond
