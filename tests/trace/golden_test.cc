// The trace of the real café, compared byte by byte with the files in golden/.
//
// After a change that is meant, write them again and read what git says of the difference:
//   REBOND_WRITE_GOLDEN=1 ctest -L trace -R Golden
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

#include "tests/trace/told_cafe.h"
#include "trace/formats.h"

namespace rebond::trace {
namespace {

/// Its 25 ideas, what people made of them, one idea taken back and one hidden.
State real_cafe() {
  const Plan plan = real_plan();
  ToldCafe cafe(plan);
  std::map<std::string, Id> ideas = tell_ideas(plan, cafe);

  cafe.link(ideas["t2.1"], ideas["t1.5"], v1::LINK_KIND_SAME_AS);
  cafe.link(ideas["t3.2"], ideas["t1.2"], v1::LINK_KIND_BUILDS_ON);
  cafe.link(ideas["t3.4"], ideas["t1.6"], v1::LINK_KIND_NUANCES);
  cafe.link(ideas["t2.7"], ideas["t1.1"], v1::LINK_KIND_UNSPECIFIED, "évite, comme");
  cafe.group("Eaux de pluie", {ideas["t1.5"], ideas["t2.1"]});
  cafe.group("Composte et poules", {ideas["t3.1"], ideas["t1.6"], ideas["t3.4"]});

  v1::Marks bold;
  bold.set_unconventional(true);
  bold.add_tags("transport");
  const Id taken_back = cafe.say(2, "des navettes à cheval", bold);
  cafe.link(taken_back, ideas["t2.4"], v1::LINK_KIND_OPPOSES);
  cafe.withdraw(v1::RECORD_KIND_CARD, taken_back);
  const Id hidden = cafe.say(3, "le voisin du 3 n'éteint jamais");
  cafe.link(hidden, ideas["t1.4"], v1::LINK_KIND_EXAMPLE_OF);
  cafe.hide(hidden);
  return cafe.state();
}

void compare(const std::string& format) {
  const Result<File> file = write_trace(format, test_source(), real_cafe());
  ASSERT_TRUE(file);
  const std::string path = "golden/cafe-energie." + file->extension;
  if (std::getenv("REBOND_WRITE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << file->bytes;
  }
  std::ifstream golden(path, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(golden), {}};
  EXPECT_EQ(file->bytes, expected)
      << "if this is meant, run it again with REBOND_WRITE_GOLDEN=1 and look at the difference";
}

TEST(Golden, TheRealCafeInJson) {
  compare("json");
}
TEST(Golden, TheRealCafeInMarkdown) {
  compare("md");
}

TEST(Golden, ThereIsAFileForEveryFormat) {
  for (const std::string& format : format_names()) {
    const std::string extension = write_trace(format, test_source(), real_cafe())->extension;
    EXPECT_TRUE(std::ifstream("golden/cafe-energie." + extension).good()) << format;
  }
}

}  // namespace
}  // namespace rebond::trace
