// Rules ER: a café is rewritten without a person, or removed, while people are in it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/history.h"
#include "tests/live/hall.h"

namespace rebond::test {
namespace {

const std::string kZeliesToken(kSecretBytes, 'z');

/// Zélie has joined and written; a captain is there too.
class EraseLive : public testing::Test {
 protected:
  EraseLive() {
    captain_.enter();
    zelie_.enter();
    v1::Command join;
    participant_ = zelie_.new_id();
    join.mutable_join()->set_participant(participant_);
    join.mutable_join()->set_token(kZeliesToken);
    join.mutable_join()->set_name("Zélie Querbach");
    zelie_.command(join);
    hall_.settle();
    zelie_.add_card("des moulins", captain_.welcome.table());
    hall_.settle();
    epoch_ = hall_.room().epoch();
  }

  /// Begins; the journal does nothing before settle().
  void begin_erasing(Subject subject) {
    hall_.rooms->erase(hall_.links.cafe, subject, true,
                       [this](Result<ErasureReport> report) { report_ = std::move(report); });
  }
  void begin_erasing() { begin_erasing({participant_, 0}); }

  bool stored(std::string_view words) const {
    bool found = false;
    for (const auto& write : hall_.journal->load(hall_.links.cafe).value().private_records) {
      found = found || write.record->find(words) != std::string::npos;
    }
    const Result<void> read =
        hall_.journal->read(hall_.links.cafe, 0, [&](Seq, std::string_view entry) {
          found = found || entry.find(words) != std::string_view::npos;
          return true;
        });
    return found || !read;
  }

  Hall hall_;
  Guest& captain_ = hall_.captain(1);
  Guest& zelie_ = hall_.guest();
  Id participant_ = 0;
  Epoch epoch_ = 0;
  std::optional<Result<ErasureReport>> report_;
};

TEST_F(EraseLive, ER4ClosesEverybodyWith4006AndOpensAgainInANewEpoch) {
  begin_erasing();
  hall_.settle();

  ASSERT_TRUE(report_ && report_->has_value());
  EXPECT_EQ(captain_.closed, v1::CLOSE_CODE_MOVED);
  EXPECT_NE(hall_.room().epoch(), epoch_);
  EXPECT_FALSE(stored("Querbach"));
  EXPECT_FALSE(stored("moulins"));
}

TEST_F(EraseLive, ER4WhoComesBackTakesASnapshotAndGoesOn) {
  begin_erasing();
  hall_.settle();
  const DeviceNumber device = captain_.welcome.device();
  captain_.enter();

  EXPECT_EQ(captain_.welcome.mode(), v1::RESUME_MODE_SNAPSHOT);
  EXPECT_EQ(captain_.copy_epoch, hall_.room().epoch());
  EXPECT_EQ(captain_.welcome.device(), device);
  EXPECT_EQ(captain_.copy.text(captain_.copy.texts().begin()->first).visible(), "___________");
  captain_.add_card("on continue");
  hall_.settle();
  EXPECT_EQ(captain_.copy.records().count<v1::Card>(), 2U);
}

TEST_F(EraseLive, ER1ThePersonsOwnLinkClosesWith4501) {
  begin_erasing();
  hall_.settle();
  Guest& again = hall_.with_token(kZeliesToken);
  again.enter();

  EXPECT_EQ(again.closed, v1::CLOSE_CODE_UNAUTHENTICATED);
}

TEST_F(EraseLive, ER4WhatWasSentJustBeforeIsKeptOnce) {
  captain_.add_card("à la dernière seconde");  // decided, not durable yet
  begin_erasing();
  hall_.settle();
  captain_.enter();

  EXPECT_EQ(captain_.copy.records().count<v1::Card>(), 2U);
  EXPECT_EQ(captain_.welcome.last_command(), 1U);
}

TEST_F(EraseLive, ER4WhatIsSentMeanwhileIsNotHeardAndCanBeSentAgain) {
  begin_erasing();  // all is durable: the captain is closed already
  captain_.closed.reset();
  const CommandNumber number = captain_.add_card("trop tôt");
  hall_.settle();
  captain_.enter();

  EXPECT_EQ(captain_.welcome.last_command(), number - 1);
  EXPECT_EQ(captain_.copy.records().count<v1::Card>(), 1U);
}

TEST_F(EraseLive, ER4WhoComesMeanwhileIsToldToComeBack) {
  begin_erasing();
  Guest& early = hall_.captain(2);
  early.connect();
  early.hello(0, 0);
  EXPECT_EQ(early.closed, v1::CLOSE_CODE_MOVED);
  Guest& silent = hall_.captain(3);
  silent.connect();
  hall_.settle();

  EXPECT_EQ(silent.closed, v1::CLOSE_CODE_MOVED);
  early.enter();
  EXPECT_FALSE(early.closed);
}

TEST_F(EraseLive, ER4ALinkThatIsAskedForMeanwhileIsGivenAfterwards) {
  begin_erasing();
  std::string token;
  hall_.room().mint_participant_token([&](const std::string& made) { token = made; });
  EXPECT_EQ(token, "");
  hall_.settle();

  ASSERT_NE(token, "");
  Guest& newcomer = hall_.with_token(token);
  newcomer.enter();
  EXPECT_TRUE(newcomer.welcome.must_join());
  EXPECT_GT(newcomer.welcome.device(), 1U << 20U);
}

TEST_F(EraseLive, ER4ANumberThatNobodyHasSendsNobodyAway) {
  begin_erasing({4711, 0});
  hall_.settle();

  ASSERT_TRUE(report_);
  EXPECT_EQ(report_->error().kind, ErrorKind::kNotFound);
  EXPECT_FALSE(captain_.closed);
  EXPECT_EQ(hall_.room().epoch(), epoch_);
}

TEST_F(EraseLive, ER4OneRewritingAtATime) {
  begin_erasing();
  std::optional<Result<void>> removed;
  hall_.rooms->remove(hall_.links.cafe, [&](Result<void> done) { removed = std::move(done); });

  ASSERT_TRUE(removed);
  EXPECT_EQ(removed->error().kind, ErrorKind::kBusy);
}

TEST_F(EraseLive, ER4ACrashBeforeItIsDurableLeavesTheOldCafe) {
  begin_erasing();
  hall_.crash(/*written=*/0);
  captain_.enter();

  EXPECT_EQ(hall_.room().epoch(), epoch_);
  EXPECT_EQ(captain_.copy.records().count<v1::Participant>(), 1U);
  EXPECT_TRUE(stored("Querbach"));
}

TEST_F(EraseLive, ER4ACrashAfterItIsDurableLeavesTheNewCafe) {
  begin_erasing();
  hall_.crash(/*written=*/1);
  captain_.enter();

  EXPECT_NE(hall_.room().epoch(), epoch_);
  EXPECT_EQ(captain_.copy.records().count<v1::Participant>(), 0U);
  EXPECT_FALSE(stored("Querbach"));
}

TEST_F(EraseLive, ER4RewritesWhereItKeepsNobodyWaiting) {
  std::function<void()> work;
  std::function<void()> then;
  hall_.rooms->work_aside([&](auto slow, auto after) {
    work = std::move(slow);
    then = std::move(after);
  });
  begin_erasing();
  hall_.settle();
  EXPECT_FALSE(report_);
  EXPECT_EQ(hall_.room().epoch(), epoch_);
  work();
  then();
  hall_.settle();

  EXPECT_TRUE(report_ && report_->has_value());
}

TEST_F(EraseLive, ER7ARemovedCafeClosesWith4507AndIsNowhere) {
  std::optional<Result<void>> removed;
  hall_.rooms->remove(hall_.links.cafe, [&](Result<void> done) { removed = std::move(done); });
  EXPECT_EQ(captain_.closed, v1::CLOSE_CODE_ENDED);
  hall_.settle();

  ASSERT_TRUE(removed && removed->has_value());
  EXPECT_EQ(hall_.rooms->find(hall_.links.cafe), nullptr);
  EXPECT_EQ(hall_.journal->load(hall_.links.cafe).error().kind, ErrorKind::kNotFound);
}

TEST_F(EraseLive, ER4NothingIsRewrittenWhileTheDiskIsNearlyFull) {
  hall_.rooms->set_read_only(true);
  begin_erasing();
  std::optional<Result<void>> removed;
  hall_.rooms->remove(hall_.links.cafe, [&](Result<void> done) { removed = std::move(done); });

  EXPECT_EQ(report_->error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(removed->error().kind, ErrorKind::kUnavailable);
  EXPECT_FALSE(captain_.closed);
}

TEST_F(EraseLive, ER7WhoIsStillAtTheDoorOfARemovedCafeIsClosedWith4507) {
  Guest& late = hall_.captain(2);
  late.connect();
  hall_.rooms->remove(hall_.links.cafe, [](const Result<void>&) {});
  hall_.settle();
  EXPECT_EQ(late.closed, v1::CLOSE_CODE_ENDED);
  late.hello(0, 0);

  EXPECT_EQ(late.closed, v1::CLOSE_CODE_ENDED);
}

}  // namespace
}  // namespace rebond::test
