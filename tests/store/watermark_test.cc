// The number below which a server does not start.
#include "store/watermark.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/store/temporary_folder.h"

namespace rebond {
namespace {

class WatermarkFile : public testing::Test {
 protected:
  void save(std::uint64_t value) {
    auto watermark = Watermark::open(file_);
    ASSERT_TRUE(watermark);
    ASSERT_TRUE(watermark->save(value));
  }

  TemporaryFolder folder_;
  const std::filesystem::path file_ = folder_.path() / "watermark";
};

TEST_F(WatermarkFile, IsZeroBeforeTheFirstSave) {
  EXPECT_EQ(Watermark::open(file_).value().reached(), 0U);
}

TEST_F(WatermarkFile, IsZeroWhenTheMachineStoppedBeforeTheFirstSave) {
  std::ofstream(file_).flush();
  EXPECT_EQ(Watermark::open(file_).value().reached(), 0U);
}

TEST_F(WatermarkFile, KeepsTheLastNumberSaved) {
  save(7);
  save(0x0123456789ABCDEF);
  EXPECT_EQ(Watermark::open(file_).value().reached(), 0x0123456789ABCDEFU);
}

TEST_F(WatermarkFile, ST6ReportsDamageAndNamesItself) {
  save(7);
  std::fstream(file_, std::ios::in | std::ios::out).seekp(8).put('x');

  const auto opened = Watermark::open(file_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, ErrorKind::kCorrupt);
  EXPECT_THAT(opened.error().message, testing::HasSubstr(file_.string()));
}

TEST_F(WatermarkFile, ST6ReportsAFileThatWasCutOrHasGrown) {
  for (const std::size_t size : {5U, 12U + 1U}) {
    save(7);
    std::filesystem::resize_file(file_, size);
    const auto opened = Watermark::open(file_);
    EXPECT_FALSE(opened) << size << " bytes";
    std::filesystem::remove(file_);
  }
}

TEST_F(WatermarkFile, ST4SaysWhyItCannotBeMade) {
  const auto opened = Watermark::open("/dev/null/watermark");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace rebond
