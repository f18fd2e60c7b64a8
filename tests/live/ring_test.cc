// The ring and its slabs: shared ranges, bounded.
#include "live/ring.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"
#include "live/flush_pace.h"
#include "live/slab.h"

namespace rebond {
namespace {

std::string joined(const Message& message) {
  std::string bytes;
  for (const ByteRange& part : message.parts()) bytes.append(part.bytes);
  return bytes;
}

TEST(Ring, EntriesThatLieBackToBackAreOneRange) {
  SlabWriter slabs;
  Ring ring(10, 1'000'000, 100);
  for (const char* entry : {"a", "bb", "ccc"}) ring.push(slabs.append(entry));
  Message message;
  EXPECT_EQ(ring.collect(11, 1'000, 2, message), 13U);
  EXPECT_EQ(message.parts().size(), 1U);
  EXPECT_EQ(joined(message), "bbccc");
}

TEST(Ring, ABatchOverTwoSlabsIsTwoRanges) {
  SlabWriter slabs;
  Ring ring(0, 1'000'000, 100);
  const std::string half(kSlabBytes / 2 + 1, 'x');
  ring.push(slabs.append(half));
  ring.push(slabs.append(half));
  Message message;
  EXPECT_EQ(ring.collect(0, 1'000'000, 2, message), 2U);
  EXPECT_EQ(message.parts().size(), 2U);
}

TEST(Ring, DropsTheOldestAtTheExactBoundary) {
  SlabWriter slabs;
  Ring ring(0, 1'000'000, 2);
  for (const char* entry : {"a", "b", "c"}) ring.push(slabs.append(entry));
  EXPECT_FALSE(ring.covers(0));
  EXPECT_TRUE(ring.covers(1));
  EXPECT_TRUE(ring.covers(3));
  EXPECT_FALSE(ring.covers(4));
}

TEST(Ring, OneEntryAlwaysFitsHoweverLarge) {
  SlabWriter slabs;
  Ring ring(0, 10, 100);
  ring.push(slabs.append(std::string(kSlabBytes * 2, 'x')));
  Message message;
  EXPECT_EQ(ring.collect(0, 10, 2, message), 1U);
  EXPECT_EQ(message.size(), kSlabBytes * 2);
}

TEST(Ring, AMessageStopsAtItsAim) {
  SlabWriter slabs;
  Ring ring(0, 1'000'000, 100);
  for (int i = 0; i < 10; ++i) ring.push(slabs.append("12345"));
  Message message;
  EXPECT_EQ(ring.collect(0, 12, 2, message), 2U);
}

TEST(FlushPace, AQuietCafeIsInstant) {
  FlushPace pace;
  pace.ran(100, 100);
  EXPECT_EQ(pace.wait_ms(100), 0);
}

TEST(FlushPace, ACrowdedOneIsSpacedWithinTheBound) {
  FlushPace pace;
  pace.ran(100, 104);
  EXPECT_EQ(pace.wait_ms(104), 12);
  pace.ran(200, 300);
  EXPECT_EQ(pace.wait_ms(300), 50);
}

}  // namespace
}  // namespace rebond
