// The folder in which a server keeps everything.
#include "store/data_folder.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/store/temporary_folder.h"

namespace rebond {
namespace {

using std::filesystem::perms;
using testing::HasSubstr;

TEST(DataFolder, IsMadeForItsOwnerOnly) {
  const TemporaryFolder root;
  for (const char* name : {"data", "deep/below/data", "slash/"}) {
    const auto folder = DataFolder::hold(root.path() / name);
    ASSERT_TRUE(folder) << describe(folder.error());
    EXPECT_EQ(std::filesystem::status(folder->path()).permissions(), perms::owner_all) << name;
  }
}

TEST(DataFolder, ST4IsHeldByOneServerAtATime) {
  const TemporaryFolder root;
  {
    const auto first = DataFolder::hold(root.path());
    ASSERT_TRUE(first);
    const auto second = DataFolder::hold(root.path() / ".");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::kBusy);
    EXPECT_EQ(second.error().message,
              "the data folder \"" + root.path().string() +
                  "\" is already open in another server; stop that server, or choose another "
                  "folder with --data");
  }
  EXPECT_TRUE(DataFolder::hold(root.path()));
}

TEST(DataFolder, ST4SaysWhyItCannotBeMade) {
  for (const char* path : {"/dev/null", "/dev/null/x", "/dev/null/x/y"}) {
    const auto folder = DataFolder::hold(path);
    ASSERT_FALSE(folder);
    EXPECT_EQ(folder.error().kind, ErrorKind::kIo);
    EXPECT_THAT(folder.error().message, HasSubstr(std::string("\"") + path + "\" cannot be"));
    EXPECT_THAT(folder.error().message, HasSubstr("Not a directory"));
    EXPECT_THAT(folder.error().message, HasSubstr("--data"));
  }
}

TEST(DataFolder, ST4RefusesAnEmptyPath) {
  EXPECT_FALSE(DataFolder::hold(""));
}

TEST(DataFolder, ST4TellsMissingRightsFromABrokenDisk) {
  EXPECT_EQ(cannot_use("/x", EACCES).kind, ErrorKind::kPermission);
  EXPECT_EQ(cannot_use("/x", EROFS).kind, ErrorKind::kPermission);
  EXPECT_EQ(cannot_use("/x", EIO).kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace rebond
