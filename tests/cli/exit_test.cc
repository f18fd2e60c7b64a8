// Tests of exit codes and their sentences.
#include "clients/cli/exit.h"

#include <gmock/gmock.h>

namespace rebond::cli {
namespace {

TEST(Exit, SaysTheRemedyOfARejectionAndItsCode) {
  v1::Rejection rejection;
  rejection.set_code(v1::REJECTION_CODE_FORBIDDEN);
  rejection.set_field("add_card.table");
  rejection.set_remedy("write at your own table");
  const Exit exit = exit_of(rejection);

  EXPECT_EQ(exit.code, ExitCode::kRejected);
  EXPECT_EQ(exit.sentence, "write at your own table (FORBIDDEN, add_card.table)");
}

TEST(Exit, IsUnauthorisedForALinkThatOpensNothing) {
  for (const auto code :
       {v1::CLOSE_CODE_UNAUTHENTICATED, v1::CLOSE_CODE_FORBIDDEN, v1::CLOSE_CODE_REMOVED}) {
    Ending ending;
    ending.kind = Ending::Kind::kClosed;
    ending.code = static_cast<std::uint16_t>(code);
    EXPECT_EQ(exit_of(ending).code, ExitCode::kUnauthorised) << code;
  }
}

TEST(Exit, IsRejectedForACafeThatDoesNotExist) {
  Ending ending;
  ending.kind = Ending::Kind::kClosed;
  ending.code = v1::CLOSE_CODE_NO_SUCH_CAFE;

  EXPECT_EQ(exit_of(ending).code, ExitCode::kRejected);
}

TEST(Exit, IsDoneWhenTheSessionWasStopped) {
  EXPECT_TRUE(exit_of(Ending()).ok());
}

TEST(Exit, IsUnreachableWithoutAnAnswer) {
  EXPECT_EQ(exit_of(Error{ErrorKind::kUnavailable, "", "no answer"}).code, ExitCode::kUnreachable);
}

TEST(Exit, SaysTheFieldThatTheServerNamed) {
  const Exit exit = exit_of_status(400, R"({"error":{"field":"tables","message":"list tables"}})");

  EXPECT_EQ(exit.code, ExitCode::kRejected);
  EXPECT_EQ(exit.sentence, "tables: list tables");
}

TEST(Exit, IsOneSentenceWhateverTheServerAnswers) {
  EXPECT_EQ(exit_of_status(500, "").sentence, "the server answered 500");
  EXPECT_EQ(exit_of_status(500, "broken\nback trace").sentence, "broken");
  EXPECT_EQ(exit_of_status(401, "{}").code, ExitCode::kUnauthorised);
}

}  // namespace
}  // namespace rebond::cli
