// A café as one file: what is in it, what is refused, and the café that moves in elsewhere.
#include "live/cafe_file.h"

#include <gmock/gmock.h>

#include "base/limits.h"
#include "live/whole_cafe.h"
#include "tests/live/hall.h"

namespace rebond {
namespace {

using test::Guest;
using test::Hall;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr std::size_t kEnough = 1'000'000;

/// A hall whose captains have written.
class CafeFileTest : public ::testing::Test {
 protected:
  CafeFileTest() {
    captain_.enter();
    for (const char* text : {"éolienne", "plus de bancs", "un arbre"}) captain_.add_card(text);
    hall_.settle();
  }

  WholeCafeReader reader(std::size_t bytes_max = kEnough) {
    return {*hall_.journal, hall_.links.cafe, hall_.links.epoch, hall_.room().stats().head,
            bytes_max};
  }

  /// The whole café, in as many steps as it takes.
  static WholeCafe read(WholeCafeReader reader) {
    for (;;) {
      const Result<bool> whole = reader.read_on();
      EXPECT_TRUE(whole);
      if (!whole || *whole) return reader.take();
    }
  }

  std::string file() {
    Result<std::string> file = write_cafe_file(read(reader()));
    EXPECT_TRUE(file);
    return *file;
  }

  /// The café in the file, under names that no other hall has: all halls are made from one seed.
  WholeCafe moving() {
    Result<WholeCafe> cafe = read_cafe_file(file());
    EXPECT_TRUE(cafe);
    cafe->header.set_id("MOVING");
    cafe->header.set_join_code("MOVES");
    return *std::move(cafe);
  }

  static Digest digest_in(const WholeCafe& cafe) {
    return State::from_snapshot(*cafe.snapshot)->digest();
  }

  Hall hall_;
  Guest& captain_ = hall_.captain(1);
};

TEST_F(CafeFileTest, OP7HoldsTheWholeCafe) {
  const Result<WholeCafe> cafe = read_cafe_file(file());

  ASSERT_TRUE(cafe);
  EXPECT_THAT(cafe->entries, SizeIs(4));
  EXPECT_EQ(cafe->header.id(), hall_.links.cafe);
  EXPECT_EQ(digest_in(*cafe), captain_.copy.digest());
}

TEST_F(CafeFileTest, OP7HoldsOnlyWhatIsDurable) {
  captain_.add_card("noch nicht");
  WholeCafeReader before = reader();
  hall_.settle();

  EXPECT_THAT(read(std::move(before)).entries, SizeIs(4));
}

TEST_F(CafeFileTest, EO1OP7LeavesOutTheOutcomesOfWhatCameLater) {
  WholeCafeReader before = reader();
  captain_.add_card("later");
  hall_.settle();
  PrivateState known;
  for (const PrivateWrite& write : read(std::move(before)).private_records) known.apply(write);

  // A captain's tablet that asks what became of command 4 must not hear that it was accepted.
  EXPECT_EQ(known.last_command(captain_.welcome.device()), 3U);
}

TEST_F(CafeFileTest, OP7RefusesACafeAboveTheLimit) {
  EXPECT_THAT(reader(100).read_on().error().message, HasSubstr("cafe_file_bytes"));
}

TEST_F(CafeFileTest, OP8RefusesAnyChangedByte) {
  const std::string whole = file();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_FALSE(read_cafe_file(changed)) << "byte " << at;
  }
}

TEST_F(CafeFileTest, OP8RefusesACutFile) {
  const std::string whole = file();
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    EXPECT_FALSE(read_cafe_file(std::string_view(whole).substr(0, size))) << size << " bytes";
  }
}

TEST_F(CafeFileTest, OP8SaysThatAnotherFileIsNoCafeFile) {
  EXPECT_THAT(read_cafe_file("hello").error().message, HasSubstr("no café file"));
}

TEST_F(CafeFileTest, OP8MovesInWithANewEpochAndItsLinks) {
  Hall elsewhere;
  std::optional<Result<v1::CafeHeader>> moved;
  elsewhere.rooms->adopt(moving(), [&](auto header) { moved = std::move(header); });
  elsewhere.journal->commit();

  ASSERT_TRUE(moved && *moved);
  EXPECT_NE((*moved)->epoch(), hall_.links.epoch);
  EXPECT_EQ((*moved)->join_code(), "MOVES");
  Room* room = elsewhere.rooms->find("MOVING");
  ASSERT_NE(room, nullptr);
  EXPECT_TRUE(room->access(hall_.links.captains[0]));
  EXPECT_EQ(room->stats().head, 4U);
}

TEST_F(CafeFileTest, EP1GivesNewDevicesNumbersThatNoDeviceHad) {
  Hall elsewhere;
  elsewhere.rooms->adopt(moving(), [](const auto&) {});
  elsewhere.journal->commit();
  elsewhere.links = hall_.links;
  elsewhere.links.cafe = "MOVING";
  Guest& newcomer = elsewhere.captain(2);
  newcomer.enter();

  EXPECT_GT(newcomer.welcome.device(), kDeviceNumbersApart);
}

TEST_F(CafeFileTest, OP8RefusesACafeThatIsThereAlready) {
  std::optional<Result<v1::CafeHeader>> moved;
  hall_.rooms->adopt(*read_cafe_file(file()), [&](auto header) { moved = std::move(header); });

  EXPECT_EQ(moved->error().kind, ErrorKind::kBusy);
}

TEST_F(CafeFileTest, OP8RefusesASecondArrivalBeforeTheFirstIsDurable) {
  Hall elsewhere;
  std::optional<Result<v1::CafeHeader>> second;
  elsewhere.rooms->adopt(moving(), [](const auto&) {});
  elsewhere.rooms->adopt(moving(), [&](auto header) { second = std::move(header); });

  EXPECT_EQ(second->error().kind, ErrorKind::kBusy);
}

}  // namespace
}  // namespace rebond
