// Drills with the real programs: a café that moves to another laptop as one file.
#include <sys/stat.h>

#include "tests/operate/drill.h"

namespace rebond {
namespace {

using testing::digest;
using testing::Drill;
using testing::Ended;
using ::testing::HasSubstr;
using testing::moved;
using testing::rebond;
using testing::start_server;
using testing::times_written;

class MoveDrill : public Drill {
 protected:
  Ended save() const {
    return rebond({"cafe", "save", cafe_.facilitator(), "-o", file("soiree"), "--json"});
  }
  Ended load(const loadtest::OwnServer& server) const {
    return rebond({"cafe", "load", file("soiree"), "--server", server.url(), "--json"});
  }
};

TEST_F(MoveDrill, OP8OpensTheSameCafeOnAnotherServer) {
  play();
  ASSERT_EQ(save().code, 0);
  const auto laptop = start_server();
  const Ended loaded = load(*laptop);
  ASSERT_EQ(loaded.code, 0) << loaded.err;

  EXPECT_EQ(loaded.json()["seq"], 26);
  EXPECT_EQ(digest(moved(cafe_.screen(), *laptop)), digest(cafe_.screen()));
}

TEST_F(MoveDrill, OP8KeepsThePrintedLinks) {
  play();
  ASSERT_EQ(save().code, 0);
  const auto laptop = start_server();
  ASSERT_EQ(load(*laptop).code, 0);

  EXPECT_EQ(rebond({"add", moved(cafe_.captain(2), *laptop), "sur l'autre"}).code, 0);
  EXPECT_EQ(times_written(moved(cafe_.screen(), *laptop), "sur l'autre"), 1U);
}

TEST_F(MoveDrill, OP7SavesForTheFacilitatorOnlyAndInPrivate) {
  EXPECT_EQ(rebond({"cafe", "save", cafe_.captain(1), "-o", file("x")}).code, 4);
  ASSERT_EQ(save().code, 0);
  struct stat info {};
  ASSERT_EQ(::stat(file("soiree").c_str(), &info), 0);

  EXPECT_EQ(info.st_mode & 0777U, 0600U);
}

TEST_F(MoveDrill, OP8RefusesACafeThatIsThere) {
  ASSERT_EQ(save().code, 0);
  const Ended refused = load(*server_);

  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.err, HasSubstr("on this server already"));
}

TEST_F(MoveDrill, OP8SurvivesARestartOfTheOtherServer) {
  play();
  ASSERT_EQ(save().code, 0);
  const auto laptop = start_server();
  ASSERT_EQ(load(*laptop).code, 0);
  laptop->kill();
  ASSERT_TRUE(laptop->start());

  EXPECT_EQ(digest(moved(cafe_.screen(), *laptop)), digest(cafe_.screen()));
}

}  // namespace
}  // namespace rebond
