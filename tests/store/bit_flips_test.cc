// One bit of one file of a data folder is another one.
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <string>

#include "store/check_folder.h"
#include "tests/store/filled_folder.h"

namespace rebond {
namespace {

using std::filesystem::path;

constexpr std::uintmax_t kFlipsOfAFile = 24;

/// Positions spread over a file, each with another bit.
struct Flip {
  path file;
  std::uintmax_t byte = 0;
  unsigned bit = 0;
};

std::vector<Flip> flips(const FilledFolder& folder) {
  std::vector<Flip> all;
  for (const path& file : folder.files()) {
    const std::uintmax_t size = std::filesystem::file_size(folder.path() / file);
    const std::uintmax_t count = std::min(size, kFlipsOfAFile);
    for (std::uintmax_t i = 0; i < count; ++i) {
      all.push_back({file, i * size / count, static_cast<unsigned>(i % 8)});
    }
  }
  return all;
}

bool names_it(const std::string& sentence, const Flip& flip) {
  return sentence.find(flip.file.filename().string()) != std::string::npos;
}

class BitFlips : public testing::Test {
 protected:
  /// Runs `test` for each flip on a folder of its own.
  template <typename Test>
  void for_each_flip(Test test) {
    for (const Flip& flip : flips(folder_)) {
      SCOPED_TRACE(flip.file.string() + " byte " + std::to_string(flip.byte) + " bit " +
                   std::to_string(flip.bit));
      const path spoilt = folder_.copy();
      flip_bit(spoilt / flip.file, flip.byte, flip.bit);
      test(spoilt, flip);
      std::filesystem::remove_all(spoilt);
    }
  }

  FilledFolder folder_;
};

TEST_F(BitFlips, ST6ST8AreReportedWithTheFileOrChangeNothing) {
  std::size_t reported = 0;
  std::size_t harmless = 0;
  for_each_flip([&](const path& spoilt, const Flip& flip) {
    const auto found = open_and_read(spoilt);
    if (found) {
      ++harmless;
      EXPECT_EQ(found->difference(folder_.contents()), "");
      return;
    }
    ++reported;
    EXPECT_EQ(found.error().kind, ErrorKind::kCorrupt) << found.error().message;
    EXPECT_TRUE(names_it(found.error().message, flip)) << found.error().message;
  });
  std::cout << reported << " flips reported, " << harmless << " harmless\n";
  EXPECT_GT(reported, harmless / 4);
}

TEST_F(BitFlips, ST9AreSeenByTheCheckWheneverTheyAreSeenByTheServer) {
  for_each_flip([&](const path& spoilt, const Flip& flip) {
    const auto report = check_folder(spoilt);
    ASSERT_TRUE(report) << describe(report.error());
    if (open_and_read(spoilt)) return;
    EXPECT_FALSE(report->whole());
    const bool named =
        std::any_of(report->troubles.begin(), report->troubles.end(),
                    [&](const Trouble& trouble) { return names_it(trouble.sentence, flip); });
    EXPECT_TRUE(named) << (report->whole() ? "" : report->troubles.front().sentence);
  });
}

}  // namespace
}  // namespace rebond
