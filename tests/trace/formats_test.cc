// The list of formats, and what asking for one gives.
#include "trace/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/founding.h"
#include "tests/trace/told_cafe.h"

namespace rebond::trace {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Formats, EveryFormatThatIsNamedCanBeWritten) {
  const ToldCafe cafe(real_plan());
  for (const std::string& name : format_names()) {
    const Result<File> file = write_trace(name, test_source(), cafe.state());
    ASSERT_TRUE(file) << name;
    EXPECT_FALSE(file->bytes.empty()) << name;
    EXPECT_FALSE(file->content_type.empty()) << name;
    EXPECT_FALSE(file->extension.empty()) << name;
  }
}

TEST(Formats, AFormatThatThereIsNotIsAnsweredWithThoseThereAre) {
  const Result<File> file = write_trace("papyrus", test_source(), State());
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind, ErrorKind::kNotFound);
  EXPECT_THAT(file.error().message, AllOf(HasSubstr("papyrus"), HasSubstr("json, md")));
}

TEST(Formats, NoTraceTellsWhoSaidAnIdeaOrWhoTypedIt) {
  ToldCafe cafe(plan_with_tables({"Lilas"}));
  v1::Card card;
  card.set_table(table_id(1));
  card.set_voice(make_id(424'242, 1));
  card.set_scribe(make_id(424'242, 2));
  card.set_device(424'242);
  cafe.put(card);

  for (const std::string& name : format_names()) {
    const std::string trace = write_trace(name, test_source(), cafe.state())->bytes;
    for (const Id id : {card.voice(), card.scribe(), Id{card.device()}}) {
      EXPECT_THAT(trace, Not(HasSubstr(std::to_string(id)))) << name;
    }
  }
}

TEST(Formats, ATraceOfNothingAtAllIsStillATrace) {
  for (const std::string& name : format_names()) {
    EXPECT_TRUE(write_trace(name, test_source(), State())) << name;
  }
}

}  // namespace
}  // namespace rebond::trace
