// The preparation's checklist.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

struct Checklist : ::testing::Test {
  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
  Id id = facilitator.new_id();
  const v1::Task& get() const { return *cafe.state.find<v1::Task>(id); }
};

TEST_F(Checklist, HasTasksInTheOrderInWhichTheyCame) {
  ASSERT_THAT(facilitator.send(task(id, "réserver la salle")), Accepted());
  const Id second = facilitator.new_id();
  ASSERT_THAT(facilitator.send(task(second, "acheter du café")), Accepted());
  EXPECT_LT(get().position(), cafe.state.find<v1::Task>(second)->position());
  EXPECT_THAT(facilitator.send(task(facilitator.new_id(), "")),
              Rejected(kMalformed, "add_task.what"));
}

TEST_F(Checklist, KeepsWhatIsAbsentOfAChange) {
  ASSERT_THAT(facilitator.send(task(id, "réserver la salle")), Accepted());
  v1::Command set;
  set.mutable_set_task()->set_task(id);
  set.mutable_set_task()->set_owner("Zoé");
  set.mutable_set_task()->set_minutes(30);
  ASSERT_THAT(facilitator.send(set), Accepted());
  ASSERT_THAT(facilitator.send(task_done(id)), Accepted());
  EXPECT_EQ(get().what(), "réserver la salle");
  EXPECT_EQ(get().owner(), "Zoé");
  EXPECT_EQ(get().minutes(), 30U);
  EXPECT_TRUE(get().done());
  EXPECT_THAT(facilitator.send(task_done(999)), Rejected(kNotFound, "set_task.task"));
}

TEST_F(Checklist, TakesATaskBackAndBringsItBack) {
  ASSERT_THAT(facilitator.send(task(id, "réserver la salle")), Accepted());
  ASSERT_THAT(facilitator.send(withdraw(v1::RECORD_KIND_TASK, id)), Accepted());
  EXPECT_TRUE(get().withdrawn());
  ASSERT_THAT(facilitator.send(restore(v1::RECORD_KIND_TASK, id)), Accepted());
  EXPECT_FALSE(get().withdrawn());
}

}  // namespace
}  // namespace rebond::test
