// When the cafés become read-only, and when they need not be any more.
#include "net/space_watch.h"

#include <boost/asio/io_context.hpp>
#include <gmock/gmock.h>

namespace rebond {
namespace {

using testing::ElementsAre;

constexpr std::uint64_t kGiB = 1ULL << 30U;
constexpr std::uint64_t kLarge = 1'000 * kGiB;

TEST(SpaceGuard, SP1TurnsReadOnlyBelowTheMinimum) {
  SpaceGuard guard(1'000);
  EXPECT_FALSE(guard.read_only({1'000, kLarge}));
  EXPECT_TRUE(guard.read_only({999, kLarge}));
}

TEST(SpaceGuard, SP1TurnsWritableOnlyWithSomeRoomToSpare) {
  SpaceGuard guard(1'000);
  EXPECT_TRUE(guard.read_only({999, kLarge}));
  EXPECT_TRUE(guard.read_only({1'249, kLarge}));
  EXPECT_FALSE(guard.read_only({1'250, kLarge}));
  EXPECT_FALSE(guard.read_only({1'000, kLarge}));
}

TEST(SpaceGuard, SP1WantsAGibibyteOnALargeDisk) {
  SpaceGuard guard(std::nullopt);
  EXPECT_FALSE(guard.read_only({kGiB, kLarge}));
  EXPECT_TRUE(guard.read_only({kGiB - 1, kLarge}));
}

TEST(SpaceGuard, SP1WantsATwentiethOfASmallDisk) {
  SpaceGuard guard(std::nullopt);
  EXPECT_FALSE(guard.read_only({kGiB / 20, kGiB}));
  EXPECT_TRUE(guard.read_only({kGiB / 20 - 1, kGiB}));
}

TEST(SpaceGuard, SP1TakesAMinimumOfNothingAtItsWord) {
  SpaceGuard guard(0);
  EXPECT_FALSE(guard.read_only({0, kLarge}));
}

TEST(SpaceWatch, SP1TellsEachChangeOnce) {
  boost::asio::io_context io;
  std::vector<std::optional<DiskSpace>> looks = {
      DiskSpace{999, kLarge},   DiskSpace{998, kLarge},   std::nullopt,
      DiskSpace{1'249, kLarge}, DiskSpace{1'250, kLarge}, DiskSpace{1'000, kLarge}};
  std::size_t look = 0;
  std::vector<bool> told;
  SpaceWatch watch(
      io.get_executor(), 1'000, [&] { return looks[look++]; },
      [&](bool read_only) { told.push_back(read_only); }, /*look_every_ms=*/0);
  watch.start();
  while (look < looks.size()) io.run_one();

  EXPECT_THAT(told, ElementsAre(true, false));
}

TEST(FreeSpace, SP1KnowsTheDiskOfAFolder) {
  const auto disk = free_space_of(testing::TempDir())();
  ASSERT_TRUE(disk);
  EXPECT_GT(disk->capacity, disk->free);
  EXPECT_FALSE(free_space_of("/nowhere")());
}

}  // namespace
}  // namespace rebond
