// Tests of programs that we start.
#include "loadtest/child_process.h"

#include <csignal>
#include <gmock/gmock.h>

#include "loadtest/temp_folder.h"

namespace rebond::loadtest {
namespace {

constexpr std::chrono::milliseconds kPatience{10'000};
constexpr std::chrono::milliseconds kAtOnce{0};

ChildProcess shell(const std::string& script) {
  Result<ChildProcess> started = ChildProcess::start({"/bin/sh", "-c", script}, "/dev/null");
  EXPECT_TRUE(started);
  return std::move(*started);
}

TEST(ChildProcess, IsReadLineByLine) {
  ChildProcess child = shell("echo one; echo two");

  EXPECT_EQ(child.read_line(kPatience), "one");
  EXPECT_EQ(child.read_line(kPatience), "two");
  EXPECT_EQ(child.read_line(kPatience), std::nullopt);
}

TEST(ChildProcess, TellsItsExitCode) {
  ChildProcess child = shell("exit 4");

  EXPECT_EQ(child.wait(kPatience), 4);
  EXPECT_EQ(child.wait(kAtOnce), 4);
}

TEST(ChildProcess, TellsTheSignalThatEndedIt) {
  ChildProcess child = shell("read nothing; kill -9 $$");

  EXPECT_EQ(child.wait(kPatience), 128 + SIGKILL);
}

TEST(ChildProcess, IsStillRunningWhenTheTimeIsOver) {
  ChildProcess child = shell("exec tail -f /dev/null");

  EXPECT_EQ(child.wait(kAtOnce), std::nullopt);
}

TEST(ChildProcess, EndsWithItsObject) {
  pid_t pid = 0;
  {
    const ChildProcess child = shell("exec tail -f /dev/null");
    pid = child.pid();
    EXPECT_EQ(kill(pid, 0), 0);
  }

  EXPECT_EQ(kill(pid, 0), -1);
}

TEST(ChildProcess, SaysThatAProgramIsMissing) {
  EXPECT_THAT(ChildProcess::start({"/nowhere/program"}, "/dev/null").error().message,
              ::testing::HasSubstr("/nowhere/program"));
}

TEST(ChildProcess, WritesItsErrorsIntoTheFile) {
  const TempFolder folder;
  Result<ChildProcess> started =
      ChildProcess::start({"/bin/sh", "-c", "echo no >&2"}, folder.path() + "/err");
  ASSERT_TRUE(started);
  started->wait(kPatience);
  Result<ChildProcess> reader =
      ChildProcess::start({"/bin/cat", folder.path() + "/err"}, "/dev/null");

  EXPECT_EQ(reader->read_all(kPatience), "no\n");
}

}  // namespace
}  // namespace rebond::loadtest
