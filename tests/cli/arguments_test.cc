// Tests of arguments: links, files, what rebond create printed.
#include "clients/cli/arguments.h"

#include <cstdio>
#include <fstream>
#include <gmock/gmock.h>

namespace rebond::cli {
namespace {

using ::testing::HasSubstr;

constexpr char kLink[] =
    "http://127.0.0.1:8080/cafes/K7M4Q/captain#00112233445566778899aabbccddeeff";

/// A file that is gone with the test.
class TempFile {
 public:
  explicit TempFile(const std::string& text)
      : path_(::testing::TempDir() + "/rebond-arguments-" +
              ::testing::UnitTest::GetInstance()->current_test_info()->name()) {
    std::ofstream(path_) << text;
  }
  ~TempFile() { std::remove(path_.c_str()); }
  TempFile(const TempFile&) = delete;
  TempFile(TempFile&&) = delete;
  TempFile& operator=(const TempFile&) = delete;
  TempFile& operator=(TempFile&&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

TEST(ReadLink, TakesALinkAsItIsTyped) {
  EXPECT_EQ(read_link(kLink)->role, "captain");
}

TEST(ReadLink, TakesAFileThatHoldsIt) {
  const TempFile file(std::string(kLink) + "\n");

  EXPECT_EQ(read_link("@" + file.path())->cafe, "K7M4Q");
}

TEST(ReadLink, NamesTheFileThatCannotBeRead) {
  EXPECT_THAT(read_link("@/nowhere/link").error().message, HasSubstr("/nowhere/link"));
}

TEST(ReadLinkSet, TakesWhatCreatePrinted) {
  const std::string quoted = "\"" + std::string(kLink) + "\"";
  const TempFile file(R"({"cafe":"K7M4Q","epoch":"5","links":{"facilitator":)" + quoted +
                      R"(,"screen":)" + quoted + R"(,"captains":[)" + quoted + "," + quoted +
                      R"(],"participant":)" + quoted + R"(,"remote":)" + quoted + R"(,"expert":)" +
                      quoted + "}}");
  const Result<CafeLinkSet> set = read_link_set(file.path());

  ASSERT_TRUE(set);
  EXPECT_EQ(set->captains.size(), 2U);
}

TEST(ReadLinkSet, NamesTheLinkThatIsMissing) {
  const TempFile file(R"({"links":{"captains":[]}})");

  EXPECT_EQ(read_link_set(file.path()).error().field, "links.facilitator");
}

TEST(ReadLinkSet, RefusesAFileWithoutLinks) {
  const TempFile file("[]");

  EXPECT_EQ(read_link_set(file.path()).error().field, "links");
}

}  // namespace
}  // namespace rebond::cli
