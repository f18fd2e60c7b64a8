// The journal on a disk whose n-th step fails, for n = 1, 2, 3, … until nothing fails.
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <string>

#include "store/database.h"
#include "tests/store/rocks_driver.h"

namespace rebond {
namespace {

/// A café that appends entries one by one, each with a private record, until the journal fails.
class Writer {
 public:
  explicit Writer(RocksDriver& driver) : driver_(driver) {
    driver_.journal().on_failure([this](const Error&) { ++failures_; });
  }

  void write(Seq count) {
    for (Seq seq = 1; seq <= count && failures_ == 0; ++seq) {
      Append append;
      append.cafe = "A";
      append.seq = seq;
      append.entry = share("entry");
      append.private_writes = {{v1::PRIVATE_KIND_OUTCOME, seq, "accepted"}};
      if (seq == 1) append.header.emplace().set_id("A");
      driver_.journal().append(std::move(append), [this] { ++acknowledged_; });
      driver_.run_until([&] { return acknowledged_ == seq || failures_ > 0; });
    }
  }

  Seq acknowledged() const { return acknowledged_; }
  int failures() const { return failures_; }

 private:
  RocksDriver& driver_;
  Seq acknowledged_ = 0;
  int failures_ = 0;
};

std::size_t entries(const Journal& journal) {
  std::size_t count = 0;
  EXPECT_TRUE(journal.read("A", 0, [&](Seq, std::string_view) { return ++count > 0; }));
  return count;
}

TEST(RocksFaults, ST1ST5KeepsWhatWasAcknowledgedWhicheverStepFails) {
  bool failed = true;
  for (std::size_t step = 1; failed; ++step) {
    SCOPED_TRACE("step " + std::to_string(step));
    RocksDriver driver;
    Writer writer(driver);
    driver.disk().fail_at(step);
    writer.write(4);
    failed = driver.disk().has_failed();
    EXPECT_EQ(writer.failures(), failed ? 1 : 0);
    driver.crash();

    const std::size_t kept = entries(driver.journal());
    EXPECT_GE(kept, writer.acknowledged());
    const auto stored = driver.journal().load("A");
    EXPECT_EQ(stored ? stored->private_records.size() : 0, kept);
  }
}

TEST(RocksFaults, ST1AcknowledgesNothingWhoseSyncFailed) {
  RocksDriver driver;
  Writer writer(driver);
  driver.disk().fail_at(2);  // 1 is the append to the log, 2 its sync.
  writer.write(2);

  EXPECT_EQ(writer.acknowledged(), 0U);
}

TEST(RocksFaults, ST4OpensOrSaysWhyWhicheverStepOfOpeningFails) {
  bool failed = true;
  for (std::size_t step = 1; failed; ++step) {
    SCOPED_TRACE("step " + std::to_string(step));
    const TemporaryFolder root;
    CafeThread thread;
    const auto disk = std::make_shared<FaultyFileSystem>();
    const auto env = rocksdb::NewCompositeEnv(disk);
    disk->fail_at(step);
    {
      const auto opened = RocksJournal::open(root.path(), thread.post(), env.get());
      failed = disk->has_failed();
      EXPECT_TRUE(opened || failed);
      const std::string why = opened ? "" : opened.error().message;
      EXPECT_TRUE(opened || why.find(root.path().string()) != std::string::npos) << why;
    }
    disk->heal();
    EXPECT_TRUE(RocksJournal::open(root.path(), thread.post(), env.get()));
  }
}

TEST(RocksFaults, ST5TellsWhenRocksDbFailsInTheBackground) {
  const TemporaryFolder root;
  CafeThread thread;
  const auto disk = std::make_shared<FaultyFileSystem>();
  const auto env = rocksdb::NewCompositeEnv(disk);
  const auto announcer = std::make_shared<Announcer>(thread.post());
  std::vector<Error> failures;
  announcer->on_failure([&](const Error& error) { failures.push_back(error); });
  const auto folder = DataFolder::hold(root.path());
  const auto database = Database::open(*folder, 0, announcer, env.get());
  ASSERT_TRUE(database);
  auto* const family = (*database)->family(Family::kEntries);
  ASSERT_TRUE((*database)->db().Put({}, family, "key", "value").ok());

  disk->fail_at(1);
  EXPECT_FALSE((*database)->db().Flush({}, family).ok());
  thread.run_until([&] { return !failures.empty(); });
  EXPECT_EQ(failures[0].kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace rebond
