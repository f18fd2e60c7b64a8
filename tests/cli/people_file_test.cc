// The people of a rotation plan, read from a spreadsheet.
#include "clients/cli/people_file.h"

#include <gmock/gmock.h>

namespace rebond::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

struct Read {
  RotationProblem problem;
  PeopleFile file;
  std::string error;
};

/// Reads for a café of three tables.
Read read(std::string_view csv) {
  Read read;
  read.problem.tables = {{1}, {2}, {3}};
  Result<PeopleFile> file = read_people(csv, read.problem);
  if (file) read.file = std::move(*file);
  if (!file) read.error = file.error().field;
  return read;
}

TEST(PeopleFile, HoldsPeopleAndTheirWishes) {
  const Read people = read(
      "id;name;group;stays;together;apart\n"
      "12;Ana;tenant;;;14\n"
      "13;Béa;employee;2;;\n"
      "14;Chloé;Tenant;;\"12, 15\";\n"
      "15;Dan;;;;13\n");

  ASSERT_EQ(people.error, "");
  ASSERT_EQ(people.problem.people.size(), 4U);
  EXPECT_EQ(people.file.people[2].name, "Chloé");
  EXPECT_EQ(people.problem.people[0].group, people.problem.people[2].group);
  EXPECT_NE(people.problem.people[0].group, people.problem.people[1].group);
  EXPECT_EQ(people.problem.people[1].stays, Id{2});
  EXPECT_THAT(people.problem.together, ElementsAre(ElementsAre(1, 4, 3)));
  EXPECT_THAT(people.problem.apart, ElementsAre(Pair(1, 3), Pair(2, 4)));
  EXPECT_TRUE(people.file.numbers);
}

TEST(PeopleFile, ColumnsStandInAnyOrder) {
  const Read people = read("Name,ID,remote\nAna,1,yes\nBob,2,\n");

  ASSERT_EQ(people.error, "");
  EXPECT_EQ(people.file.people[1].name, "Bob");
  EXPECT_TRUE(people.problem.people[0].remote);
  EXPECT_FALSE(people.problem.people[1].remote);
}

TEST(PeopleFile, IdsNeedNotBeNumbers) {
  EXPECT_FALSE(read("id\n1\nA2\n").file.numbers);
  EXPECT_FALSE(read("id\n007\n").file.numbers);
  EXPECT_FALSE(read("id\n99999999999999999999\n").file.numbers);
}

TEST(PeopleFile, WhoHasNoNameIsCalledByTheirId) {
  EXPECT_EQ(read("id;name\nA2;\n").file.people[0].name, "A2");
}

TEST(PeopleFile, PairThatBothNameIsOnePair) {
  EXPECT_THAT(read("id;apart\n1;2\n2;1\n").problem.apart, ElementsAre(Pair(1, 2)));
}

TEST(PeopleFile, OtherColumnsAreTold) {
  EXPECT_THAT(read("id;e-mail;name\n1;a@b;Ana\n").file.unused, ElementsAre("e-mail"));
}

TEST(PeopleFile, FileWithoutPeopleHasNone) {
  EXPECT_THAT(read("id;name\n").problem.people, IsEmpty());
}

TEST(PeopleFile, MistakesNameLineAndColumn) {
  EXPECT_EQ(read("").error, "line 1");
  EXPECT_EQ(read("name;group\nAna;x\n").error, "line 1, id");
  EXPECT_EQ(read("id;name;id\n1;Ana;2\n").error, "line 1, id");
  EXPECT_EQ(read("id;name\n1;Ana\n;Bob\n").error, "line 3, id");
  EXPECT_EQ(read("id;name\n1;Ana\n1;Bob\n").error, "line 3, id");
  EXPECT_EQ(read("id;name\nA 1;Ana\n").error, "line 2, id");
  EXPECT_EQ(read("id;name\n1;Ana;too much\n").error, "line 2, id");
  EXPECT_EQ(read("id;stays\n1;\n2;4\n").error, "line 3, stays");
  EXPECT_EQ(read("id;stays\n1;window\n").error, "line 2, stays");
  EXPECT_EQ(read("id;together\n1;9\n").error, "line 2, together");
  EXPECT_EQ(read("id;apart\n1;\n2;x\n").error, "line 3, apart");
  EXPECT_EQ(read("id;apart\n1;1\n").error, "line 2, apart");
  EXPECT_EQ(read("id;remote\n1;maybe\n").error, "line 2, remote");
}

}  // namespace
}  // namespace rebond::cli
