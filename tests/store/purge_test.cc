// Rule ER5: what was replaced or removed stands in no file any more.
#include "store/purge.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <string>

#include "tests/store/folder_words.h"
#include "tests/store/rocks_driver.h"

namespace rebond {
namespace {

using testing::IsEmpty;
using testing::Not;

const std::string kSecret = "Xylographe-Querbach-7Qz";

/// A café with a secret in an entry, a snapshot and a private record, beside another café.
class Purge : public testing::Test {
 protected:
  Purge() {
    found("A", kSecret);
    found("B", "nothing special");
    driver_.journal().save_snapshot("A", 1, share("state " + kSecret));
    wait([&](auto done) { driver_.journal().append(next("A", "more " + kSecret), done); });
  }

  void found(const CafeId& cafe, const std::string& words) {
    Append append = next(cafe, words);
    append.header.emplace();
    append.header->set_id(cafe);
    append.private_writes = {{v1::PRIVATE_KIND_PERSON, 1, words}};
    wait([&](auto done) { driver_.journal().append(std::move(append), done); });
  }

  Append next(const CafeId& cafe, const std::string& words) {
    return {cafe, std::nullopt, ++heads_[cafe], share(words), {}};
  }

  /// Begins something and waits for its callback.
  template <typename Begin>
  void wait(Begin&& begin) {
    bool done = false;
    begin([&done] { done = true; });
    driver_.run_until([&done] { return done; });
  }

  void remove(const CafeId& cafe) {
    wait([&](auto done) { driver_.journal().remove(cafe, done); });
  }
  void purge() {
    wait([&](auto done) { driver_.journal().purge(done); });
  }
  /// What the next start would find that is still to be purged.
  std::size_t marks() {
    const TemporaryFolder copy;
    std::filesystem::copy(driver_.folder(), copy.path() / "data",
                          std::filesystem::copy_options::recursive);
    const DataFolder held = DataFolder::hold(copy.path() / "data").value();
    const auto announcer = std::make_shared<Announcer>([](const std::function<void()>&) {});
    return purge_marks(*Database::open(held, 0, announcer, nullptr).value()).value().size();
  }
  std::vector<std::string> files_with_secret() { return files_with(driver_.folder(), kSecret); }

  RocksDriver driver_;
  std::map<CafeId, Seq> heads_;
};

TEST_F(Purge, ER5WithoutItARemovedCafeIsStillInTheFiles) {
  remove("A");

  EXPECT_THAT(files_with_secret(), Not(IsEmpty()));
}

TEST_F(Purge, ER5ARemovedCafeIsInNoFile) {
  remove("A");
  purge();

  EXPECT_THAT(files_with_secret(), IsEmpty());
  EXPECT_TRUE(driver_.journal().load("B").has_value());
}

TEST_F(Purge, ER5AReplacedCafeIsInNoFile) {
  WholeCafe whole;
  whole.header.set_id("A");
  whole.entries = {share("blank"), share("blank")};
  wait([&](auto done) { driver_.journal().replace(whole, done); });
  purge();

  EXPECT_THAT(files_with_secret(), IsEmpty());
  EXPECT_TRUE(driver_.journal().load("A").has_value());
}

TEST_F(Purge, ER5WhatIsInTablesFromBeforeIsPurgedToo) {
  purge();  // nothing is to be purged: all of it goes into tables of the last level
  ASSERT_THAT(files_with_secret(), Not(IsEmpty()));
  remove("A");
  purge();

  EXPECT_THAT(files_with_secret(), IsEmpty());
}

TEST_F(Purge, ER5WhatACrashInterruptsIsTakenUpAtTheNextStart) {
  remove("A");
  driver_.crash();
  // Nobody asks for it: the first thing that this life writes is that it is done.
  const auto& journal = dynamic_cast<const RocksJournal&>(driver_.journal());
  while (journal.batches_committed() == 0) std::this_thread::yield();

  EXPECT_THAT(files_with_secret(), IsEmpty());
}

TEST_F(Purge, ER5ItsMarkIsTakenBackAndTheNextStartHasNothingToDo) {
  remove("A");
  EXPECT_EQ(marks(), 1U);
  purge();

  EXPECT_EQ(marks(), 0U);
}

TEST_F(Purge, ER5OthersGoOnWritingMeanwhile) {
  remove("A");
  bool purged = false;
  driver_.journal().purge([&purged] { purged = true; });
  int written = 0;
  while (!purged) {
    wait([&](auto done) { driver_.journal().append(next("B", "goes on"), done); });
    ++written;
  }

  EXPECT_GT(written, 0);
  int read = 0;
  EXPECT_TRUE(driver_.journal().read("B", 0, [&](Seq, std::string_view) { return ++read > 0; }));
  EXPECT_EQ(read, written + 1);
}

TEST(PurgeAtTheEnd, ER5AJournalThatClosesDoesNotWaitForIt) {
  const TemporaryFolder folder;
  CafeThread thread;
  auto journal = RocksJournal::open(folder.path() / "data", thread.post()).value();
  bool removed = false;
  journal->remove("A", [&removed] { removed = true; });
  thread.run_until([&removed] { return removed; });
  journal->purge([] { FAIL() << "nobody is called after the end"; });
  journal.reset();
  thread.run_ready();

  EXPECT_TRUE(RocksJournal::open(folder.path() / "data", thread.post()).has_value());
}

}  // namespace
}  // namespace rebond
