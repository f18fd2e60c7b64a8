// Stories of what goes wrong: each gets one clear sentence and its exit code.
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

#include "tests/end_to_end/programs.h"

namespace rebond {
namespace {

using ::testing::AllOf;
using testing::CafeFiles;
using testing::Ended;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::rebond;
using testing::rebond_server;
using testing::start_server;

/// One sentence: one line that begins with the program's name.
MATCHER(IsOneSentence, "") {
  return arg.rfind("rebond", 0) == 0 && arg.find('\n') == arg.size() - 1;
}

/// The link with its token changed in one digit.
std::string with_wrong_token(std::string link) {
  link.back() = link.back() == '0' ? '1' : '0';
  return link;
}

class BadInput : public ::testing::Test {
 protected:
  std::unique_ptr<loadtest::OwnServer> server_ = start_server();
  CafeFiles cafe_{*server_};
  loadtest::TempFolder folder_;

  std::string file(const std::string& name, const std::string& text) {
    const std::string path = folder_.path() + "/" + name;
    std::ofstream(path) << text;
    return path;
  }
};

TEST_F(BadInput, HS2WrongTokenIsUnauthorised) {
  const std::string link = with_wrong_token(cafe_.captain(1));
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"add", link, "x"},
                                                    {"state", link},
                                                    {"watch", link},
                                                    {"export", link, "--format", "md"}}) {
    const Ended ended = rebond(arguments);
    EXPECT_EQ(ended.code, 4) << arguments[0];
    EXPECT_THAT(ended.err, IsOneSentence());
    EXPECT_THAT(ended.out, IsEmpty());
  }
}

TEST_F(BadInput, HS2UnknownCafeIsRejected) {
  std::string link = cafe_.captain(1);
  const std::size_t id = link.find("/cafes/") + 7;
  link.replace(id, link.find('/', id) - id, "NOSUCHCAFE");
  const Ended ended = rebond({"state", link});

  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, AllOf(IsOneSentence(), HasSubstr("no such café")));
}

TEST_F(BadInput, UnknownTableIsRejectedWithTheTablesThereAre) {
  const Ended ended = rebond({"add", cafe_.facilitator(), "x", "--table", "9"});

  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, AllOf(IsOneSentence(), HasSubstr("1, 2, 3")));
}

TEST_F(BadInput, RU2CaptainAtAnotherTableIsRejected) {
  const Ended ended = rebond({"add", cafe_.captain(1), "x", "--table", "2"});

  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, AllOf(IsOneSentence(), HasSubstr("FORBIDDEN")));
}

TEST_F(BadInput, RU1ScreenCannotWrite) {
  EXPECT_EQ(rebond({"add", cafe_.screen(), "x", "--table", "1"}).code, 4);
}

TEST_F(BadInput, TextAboveTheLimitIsRejected) {
  EXPECT_EQ(rebond({"add", cafe_.captain(1), std::string(5'000, 'x')}).code, 1);
  const Ended larger = rebond({"add", cafe_.captain(1), std::string(100'000, 'x')});
  EXPECT_EQ(larger.code, 1);
  EXPECT_THAT(larger.err, IsOneSentence());
}

TEST_F(BadInput, NothingElseNotices) {
  const std::string before = rebond({"state", cafe_.screen(), "--digest"}).out;
  rebond({"add", cafe_.captain(1), "x", "--table", "2"});
  rebond({"add", with_wrong_token(cafe_.captain(1)), "x"});

  EXPECT_EQ(rebond({"state", cafe_.screen(), "--digest"}).out, before);
}

TEST_F(BadInput, HT3PlanWithAMissingFieldIsRejectedWithTheField) {
  const Ended ended = rebond(
      {"create", file("plan.json", R"({"tables":[{"ideas":[]}]})"), "--server", server_->url()});

  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, AllOf(IsOneSentence(), HasSubstr("tables[0].name")));
}

TEST_F(BadInput, PlanThatIsNoJsonIsRejected) {
  const Ended ended = rebond({"create", file("plan.json", "hello"), "--server", server_->url()});

  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, IsOneSentence());
}

TEST_F(BadInput, FileThatIsNotThereIsWrongUsage) {
  EXPECT_EQ(rebond({"create", "/nowhere/plan.json"}).code, 2);
  EXPECT_EQ(rebond({"state", "@/nowhere/link"}).code, 2);
  EXPECT_EQ(rebond({"play", CafeFiles::demo_plan(), "--links", "/nowhere/links"}).code, 2);
}

TEST_F(BadInput, WrongUsageIsOneSentence) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{},
        {"sing"},
        {"add"},
        {"state", "hello"},
        {"link", cafe_.facilitator(), "a", "b", "--kind", "sings"},
        {"round", cafe_.facilitator()}}) {
    const Ended ended = rebond(arguments);
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, IsOneSentence());
  }
}

TEST_F(BadInput, ServerThatIsNotThereIsUnreachable) {
  server_->kill();
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"state", cafe_.screen()},
        {"add", cafe_.captain(1), "x", "--timeout", "0.5"},
        {"export", cafe_.screen(), "--format", "md"},
        {"create", CafeFiles::demo_plan(), "--server", server_->url()}}) {
    const Ended ended = rebond(arguments);
    EXPECT_EQ(ended.code, 3) << arguments[0];
    EXPECT_THAT(ended.err, IsOneSentence());
  }
}

TEST_F(BadInput, PortInUseIsOneSentence) {
  const Ended ended = rebond_server(
      {"--data", folder_.path() + "/data", "--listen", server_->address().authority()});

  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, AllOf(IsOneSentence(), HasSubstr("port")));
}

TEST_F(BadInput, ST4FolderOfAnotherServerIsRefused) {
  const Ended ended = rebond_server({"--data", server_->data_folder(), "--listen", "127.0.0.1:0"});

  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, IsOneSentence());
}

TEST_F(BadInput, ST4FolderThatCannotBeWrittenIsRefused) {
  // A file where the folder should be stops root, too.
  const Ended ended =
      rebond_server({"--data", file("data", "") + "/cafes", "--listen", "127.0.0.1:0"});

  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, IsOneSentence());
}

}  // namespace
}  // namespace rebond
