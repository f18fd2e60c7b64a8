// The contract only grows, and the comparison sees when it does not (rule EV1).
#include "tests/proto/evolution.h"

#include <cstdio>
#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "tests/proto/contract_file.h"

namespace rebond::test {
namespace {

using google::protobuf::DescriptorProto;
using google::protobuf::EnumDescriptorProto;
using google::protobuf::FieldDescriptorProto;
using google::protobuf::FileDescriptorSet;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kSmallContract = R"(
  file { name: "small.proto" package: "small"
    message_type { name: "Idea"
      field { name: "text" number: 1 label: LABEL_OPTIONAL type: TYPE_STRING }
      field { name: "mark" number: 2 label: LABEL_OPTIONAL type: TYPE_ENUM type_name: ".small.Mark" }
      field { name: "table" number: 3 label: LABEL_OPTIONAL type: TYPE_UINT64 oneof_index: 0 }
      field { name: "group" number: 4 label: LABEL_OPTIONAL type: TYPE_UINT64 oneof_index: 0 }
      oneof_decl { name: "where" }
      reserved_range { start: 8 end: 10 }
      reserved_name: "author"
      nested_type { name: "Inner"
        field { name: "id" number: 1 label: LABEL_OPTIONAL type: TYPE_UINT64 } }
    }
    enum_type { name: "Mark"
      value { name: "MARK_UNSPECIFIED" number: 0 }
      value { name: "MARK_QUESTION" number: 1 }
      reserved_range { start: 5 end: 6 }
      reserved_name: "MARK_OLD"
    }
  })";

struct Evolution : ::testing::Test {
  void SetUp() override {
    ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(kSmallContract, &stored));
    built = stored;
  }

  DescriptorProto& idea() { return *built.mutable_file(0)->mutable_message_type(0); }
  EnumDescriptorProto& mark() { return *built.mutable_file(0)->mutable_enum_type(0); }
  FieldDescriptorProto& field(int index) { return *idea().mutable_field(index); }
  FieldDescriptorProto& add_field(const std::string& name, int number) {
    FieldDescriptorProto& added = *idea().add_field();
    added = field(0);
    added.set_name(name);
    added.set_number(number);
    return added;
  }
  std::vector<std::string> broken() { return breaking_changes(stored, built); }

  FileDescriptorSet stored;
  FileDescriptorSet built;
};

TEST_F(Evolution, EV1NothingChangedBreaksNothing) {
  EXPECT_THAT(broken(), IsEmpty());
}

TEST_F(Evolution, EV1AdditionsBreakNothing) {
  add_field("phrase", 5);
  add_field("link", 6).set_oneof_index(0);
  auto& value = *mark().add_value();
  value.set_name("MARK_UNANIMOUS");
  value.set_number(2);
  idea().add_reserved_range()->set_start(20);
  built.mutable_file(0)->add_message_type()->set_name("Link");
  built.mutable_file(0)->add_enum_type()->set_name("Kind");
  idea().add_nested_type()->set_name("Another");
  built.add_file()->set_name("more.proto");
  EXPECT_THAT(broken(), IsEmpty());
}

TEST_F(Evolution, EV1MovingToAnotherFileBreaksNothing) {
  auto& other = *built.add_file();
  other.set_package("small");
  other.mutable_message_type()->Swap(built.mutable_file(0)->mutable_message_type());
  EXPECT_THAT(broken(), IsEmpty());
}

TEST_F(Evolution, EV1AFieldWithAnotherNumberBreaks) {
  field(0).set_number(7);
  EXPECT_THAT(broken(), ElementsAre("small.Idea.text has lost its number 1"));
}

TEST_F(Evolution, EV1AFieldThatDisappearsBreaksEvenWhenItIsReserved) {
  idea().mutable_field()->DeleteSubrange(0, 1);
  auto& range = *idea().add_reserved_range();
  range.set_start(1);
  range.set_end(2);
  EXPECT_THAT(broken(), ElementsAre("small.Idea.text has lost its number 1"));
}

TEST_F(Evolution, EV1AFieldWithAnotherNameBreaks) {
  field(0).set_name("words");
  EXPECT_THAT(broken(), ElementsAre("small.Idea.text is called words now"));
}

TEST_F(Evolution, EV1AFieldWithAnotherTypeBreaks) {
  field(0).set_type(FieldDescriptorProto::TYPE_BYTES);
  field(1).set_type_name(".small.OtherMark");
  EXPECT_THAT(broken(),
              ElementsAre("small.Idea.text has another type", "small.Idea.mark has another type"));
}

TEST_F(Evolution, EV1AFieldWithAnotherLabelBreaks) {
  field(0).set_label(FieldDescriptorProto::LABEL_REPEATED);
  EXPECT_THAT(broken(), ElementsAre("small.Idea.text has another label"));
}

TEST_F(Evolution, EV1AFieldThatEntersOrLeavesAOneofBreaks) {
  field(0).set_oneof_index(0);
  field(2).clear_oneof_index();
  EXPECT_THAT(broken(), ElementsAre("small.Idea.text has another oneof",
                                    "small.Idea.table has another oneof"));
}

TEST_F(Evolution, EV1TwoFieldsThatChangePlacesBreak) {
  field(2).set_name("group");
  field(3).set_name("table");
  EXPECT_THAT(broken(), ElementsAre("small.Idea.table is called group now",
                                    "small.Idea.group is called table now"));
}

TEST_F(Evolution, EV1ANestedFieldIsCompared) {
  idea().mutable_nested_type(0)->mutable_field(0)->set_number(2);
  EXPECT_THAT(broken(), ElementsAre("small.Idea.Inner.id has lost its number 1"));
}

TEST_F(Evolution, EV1AMessageOrEnumThatDisappearsBreaks) {
  built.mutable_file(0)->clear_message_type();
  built.mutable_file(0)->clear_enum_type();
  EXPECT_THAT(broken(),
              ElementsAre("small.Idea has disappeared", "small.Idea.Inner has disappeared",
                          "small.Mark has disappeared"));
}

TEST_F(Evolution, EV1AnotherPackageBreaks) {
  built.mutable_file(0)->set_package("smaller");
  EXPECT_THAT(broken(), Contains("small.Idea has disappeared"));
}

TEST_F(Evolution, EV1AValueThatDisappearsOrChangesBreaks) {
  mark().mutable_value(1)->set_number(3);
  EXPECT_THAT(broken(), ElementsAre("small.Mark.MARK_QUESTION has lost its number 1"));
  mark().mutable_value(1)->set_number(1);
  mark().mutable_value(1)->set_name("MARK_DOUBT");
  EXPECT_THAT(broken(), ElementsAre("small.Mark.MARK_QUESTION is called MARK_DOUBT now"));
}

TEST_F(Evolution, EV1AReservedNumberThatIsUsedBreaks) {
  add_field("late", 9);
  add_field("free", 10);  // the end of a message's range is free
  EXPECT_THAT(broken(), ElementsAre("small.Idea.late uses the reserved number 9"));
}

TEST_F(Evolution, EV1AReservedNumberOfAnEnumThatIsUsedBreaks) {
  auto& value = *mark().add_value();
  value.set_name("MARK_LATE");
  value.set_number(6);  // the end of an enum's range is not
  EXPECT_THAT(broken(), ElementsAre("small.Mark.MARK_LATE uses the reserved number 6"));
}

TEST_F(Evolution, EV1AReservedNameThatIsUsedBreaks) {
  add_field("author", 5);
  EXPECT_THAT(broken(), ElementsAre("small.Idea.author uses a reserved name"));
}

TEST_F(Evolution, EV1AReservationThatIsDroppedBreaks) {
  idea().clear_reserved_range();
  mark().clear_reserved_name();
  EXPECT_THAT(broken(), ElementsAre("small.Idea.8 is reserved no more",
                                    "small.Mark.MARK_OLD is reserved no more"));
}

TEST(Contract, EV1OnlyAddsToTheStoredOne) {
  const auto stored = read_stored_contract("../../proto/rebond_v1.txtpb");
  const auto built = read_built_contract(REBOND_BUILT_CONTRACT);
  ASSERT_TRUE(stored.has_value());
  ASSERT_TRUE(built.has_value());
  EXPECT_THAT(breaking_changes(*stored, *built), IsEmpty())
      << "readers and journals out there would break: add instead of changing";
}

TEST(Contract, EV1IsReadAsItWasStored) {
  const auto built = read_built_contract(REBOND_BUILT_CONTRACT);
  ASSERT_TRUE(built.has_value());
  const std::string path = ::testing::TempDir() + "rebond_v1_test.txtpb";
  ASSERT_TRUE(store_contract(*built, path));
  const auto stored = read_stored_contract(path);
  std::remove(path.c_str());
  ASSERT_TRUE(stored.has_value());
  EXPECT_EQ(stored->SerializeAsString(), built->SerializeAsString());
}

TEST(Contract, EV1AChangeOfAnyFieldWouldBeSeen) {
  const auto stored = read_stored_contract("../../proto/rebond_v1.txtpb");
  ASSERT_TRUE(stored.has_value());
  int fields = 0;
  for (int f = 0; f < stored->file_size(); ++f) {
    for (int m = 0; m < stored->file(f).message_type_size(); ++m) {
      for (int i = 0; i < stored->file(f).message_type(m).field_size(); ++i) {
        FileDescriptorSet changed = *stored;
        auto& field = *changed.mutable_file(f)->mutable_message_type(m)->mutable_field(i);
        field.set_number(15'000);
        EXPECT_THAT(breaking_changes(*stored, changed), Contains(HasSubstr(field.name())));
        ++fields;
      }
    }
  }
  EXPECT_GT(fields, 150);
}

}  // namespace
}  // namespace rebond::test
