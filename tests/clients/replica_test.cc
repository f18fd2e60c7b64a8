// Tests of the replica: entries, snapshots, digests.
#include "clients/cpp/replica.h"

#include <gmock/gmock.h>

#include "base/limits.h"
#include "tests/clients/scripted_session.h"

namespace rebond {
namespace {

using testing::entry;
using testing::snapshot_frame;
using testing::state_at;

v1::Welcome welcome(v1::ResumeMode mode) {
  v1::Welcome out;
  out.set_epoch(5);
  out.set_mode(mode);
  return out;
}

/// Feeds the control messages of a frame; the first failure, if any.
Result<void> feed(Replica& replica, const v1::ServerFrame& frame) {
  for (const v1::Control& control : frame.control()) {
    Result<void> done;
    if (control.has_snapshot_begin()) done = replica.begin(control.snapshot_begin());
    if (control.has_snapshot_chunk()) done = replica.add(control.snapshot_chunk());
    if (control.has_snapshot_end()) done = replica.end(control.snapshot_end());
    if (!done) return done;
  }
  return {};
}

v1::StateDigest digest_of(const State& state) {
  v1::StateDigest out;
  out.set_seq(state.seq());
  out.set_digest(state.digest().bytes());
  return out;
}

TEST(Replica, CU1AppliesEntriesInOrder) {
  Replica replica(Keep::kState);
  replica.on_welcome(welcome(v1::RESUME_MODE_ENTRIES));

  EXPECT_TRUE(replica.apply(entry(1)));
  EXPECT_TRUE(replica.apply(entry(2)));
  EXPECT_EQ(replica.seq(), 2U);
}

TEST(Replica, CU1SeesAGap) {
  for (const Keep keep : {Keep::kState, Keep::kCursor}) {
    Replica replica(keep);
    replica.on_welcome(welcome(v1::RESUME_MODE_ENTRIES));

    EXPECT_EQ(replica.apply(entry(2)).error().kind, ErrorKind::kCorrupt);
  }
}

TEST(Replica, CU1SeesAnEntryThatComesTwice) {
  Replica replica(Keep::kState);
  EXPECT_TRUE(replica.apply(entry(1)));

  EXPECT_FALSE(replica.apply(entry(1)));
}

TEST(Replica, CU3TakesASnapshotWholeAtItsEnd) {
  Replica replica(Keep::kState);
  replica.on_welcome(welcome(v1::RESUME_MODE_SNAPSHOT));
  v1::ServerFrame frame = snapshot_frame(state_at(3));
  const v1::Control end = frame.control(frame.control_size() - 1);
  frame.mutable_control()->RemoveLast();

  EXPECT_TRUE(feed(replica, frame));
  EXPECT_EQ(replica.seq(), 0U);
  EXPECT_TRUE(replica.end(end.snapshot_end()));
  EXPECT_EQ(replica.state().digest(), state_at(3).digest());
}

TEST(Replica, CU3GoesOnBehindTheSnapshot) {
  Replica replica(Keep::kState);
  replica.on_welcome(welcome(v1::RESUME_MODE_SNAPSHOT));
  EXPECT_TRUE(feed(replica, snapshot_frame(state_at(3))));
  EXPECT_TRUE(replica.apply(entry(4)));

  EXPECT_EQ(replica.state().digest(), state_at(4).digest());
}

TEST(Replica, CU3PutsASnapshotInThePlaceOfWhatItHad) {
  Replica replica(Keep::kState);
  EXPECT_TRUE(replica.apply(entry(1)));
  replica.on_resync();
  EXPECT_TRUE(feed(replica, snapshot_frame(state_at(9))));

  EXPECT_EQ(replica.seq(), 9U);
}

TEST(Replica, CU4TakesASnapshotOfAnEarlierEntry) {
  Replica replica(Keep::kState);
  for (Seq seq = 1; seq <= 5; ++seq) EXPECT_TRUE(replica.apply(entry(seq)));
  replica.on_welcome(welcome(v1::RESUME_MODE_SNAPSHOT));
  EXPECT_TRUE(feed(replica, snapshot_frame(state_at(2))));

  EXPECT_EQ(replica.state().digest(), state_at(2).digest());
}

TEST(Replica, PassesOverEntriesThatASnapshotWillCarry) {
  Replica replica(Keep::kState);
  replica.on_resync();

  EXPECT_TRUE(replica.apply(entry(7)));
  EXPECT_EQ(replica.seq(), 0U);
}

TEST(Replica, RefusesASnapshotThatIsNotWhole) {
  v1::ServerFrame frame = snapshot_frame(state_at(3));
  frame.mutable_control()->DeleteSubrange(1, 1);
  Replica replica(Keep::kState);

  EXPECT_EQ(feed(replica, frame).error().kind, ErrorKind::kCorrupt);
}

TEST(Replica, RefusesMoreBytesThanWereAnnounced) {
  v1::ServerFrame frame = snapshot_frame(state_at(3));
  frame.mutable_control(0)->mutable_snapshot_begin()->set_bytes(1);
  Replica replica(Keep::kState);

  EXPECT_FALSE(feed(replica, frame));
}

TEST(Replica, RefusesASnapshotAboveTheLimit) {
  v1::SnapshotBegin begin;
  begin.set_bytes(kSnapshotBytesMax + 1);

  EXPECT_FALSE(Replica(Keep::kState).begin(begin));
}

TEST(Replica, FollowsFromAnyPlaceWhenItKeepsOnlyACursor) {
  Replica replica(Keep::kCursor);
  replica.resume_at(5, 40);

  EXPECT_TRUE(replica.apply(entry(41)));
  EXPECT_EQ(replica.seq(), 41U);
  EXPECT_TRUE(replica.state().records().all().empty());
}

TEST(Replica, CU8StopsAtAChangeThatItDoesNotKnow) {
  for (const Keep keep : {Keep::kState, Keep::kCursor}) {
    Replica replica(keep);
    v1::Entry unknown = entry(1);
    unknown.add_changes();

    EXPECT_EQ(replica.apply(unknown).error().kind, ErrorKind::kInvalid);
  }
}

TEST(Replica, CU8StopsAtAnEditThatItDoesNotKnow) {
  Replica replica(Keep::kState);
  v1::Entry unknown = entry(1);
  unknown.add_changes()->mutable_text()->set_text(3);

  EXPECT_EQ(replica.apply(unknown).error().kind, ErrorKind::kInvalid);
}

TEST(Replica, CU8KeepsARecordOfAKindThatItDoesNotKnow) {
  Replica replica(Keep::kState);
  v1::Entry unknown = entry(1);
  unknown.mutable_changes(0)->mutable_put()->set_kind(v1::RecordKind(15));

  EXPECT_TRUE(replica.apply(unknown));
  EXPECT_EQ(replica.state().records().all().size(), 1U);
}

TEST(Replica, DG4ComparesWhenItHasAppliedExactlyThatEntry) {
  Replica replica(Keep::kState);
  v1::StateDigest wrong = digest_of(state_at(2));
  wrong.set_digest(std::string(16, 'x'));
  replica.expect(wrong);

  EXPECT_TRUE(replica.apply(entry(1)));
  EXPECT_FALSE(replica.check());
  EXPECT_TRUE(replica.apply(entry(2)));
  const auto diverged = replica.check();
  ASSERT_TRUE(diverged);
  EXPECT_EQ(diverged->seq(), 2U);
  EXPECT_EQ(diverged->digest(), state_at(2).digest().bytes());
}

TEST(Replica, DG4SaysSoOnceForADigest) {
  Replica replica(Keep::kState);
  v1::StateDigest wrong;
  wrong.set_digest(std::string(16, 'x'));
  replica.expect(wrong);

  EXPECT_TRUE(replica.check());
  EXPECT_FALSE(replica.check());
}

TEST(Replica, DG4IgnoresADigestThatItIsPast) {
  Replica replica(Keep::kState);
  v1::StateDigest wrong;
  wrong.set_seq(1);
  EXPECT_TRUE(replica.apply(entry(1)));
  EXPECT_TRUE(replica.apply(entry(2)));
  replica.expect(wrong);

  EXPECT_FALSE(replica.check());
}

TEST(Replica, DG5HasTheDigestOfTheServer) {
  Replica replica(Keep::kState);
  EXPECT_TRUE(replica.apply(entry(1)));
  replica.expect(digest_of(state_at(1)));

  EXPECT_FALSE(replica.check());
}

}  // namespace
}  // namespace rebond
