// `rebond converge`, without a server.
#include <fstream>
#include <gmock/gmock.h>
#include <set>

#include "tests/end_to_end/programs.h"

namespace rebond {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using testing::Ended;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::rebond;

class Converge : public ::testing::Test {
 protected:
  loadtest::TempFolder folder_;

  std::string file(const std::string& name, const std::string& text) {
    const std::string path = folder_.path() + "/" + name;
    std::ofstream(path) << text;
    return path;
  }
  std::string two_ideas() {
    return file("two.json", R"({"tables":[{"ideas":[{"id":"a","text":"un terrain de pétanque"}]},
                                           {"ideas":[{"id":"b","text":"tournoi de belote"}]}]})");
  }
};

TEST_F(Converge, PrintsTheRealCafesPairsAsOneDocumentBestFirst) {
  const Ended ended = rebond({"converge", testing::CafeFiles::demo_plan(), "--json"});

  ASSERT_EQ(ended.code, 0) << ended.err;
  const json pairs = ended.json();
  ASSERT_EQ(pairs.size(), 12U);
  double last = 1;
  for (const json& pair : pairs) {
    EXPECT_EQ(pair.size(), 4U);
    EXPECT_NE(pair["a"].get<std::string>().substr(0, 2), pair["b"].get<std::string>().substr(0, 2));
    EXPECT_LE(pair["score"].get<double>(), last);
    EXPECT_THAT(pair["reason"].get<std::vector<std::string>>(), Not(IsEmpty()));
    last = pair["score"];
  }
  EXPECT_EQ(ended.lines().size(), 1U);
}

TEST_F(Converge, SaysTheSameEachTime) {
  const std::vector<std::string> arguments = {"converge", testing::CafeFiles::demo_plan(),
                                              "--json"};

  EXPECT_EQ(rebond(arguments).out, rebond(arguments).out);
}

TEST_F(Converge, TellsAPersonBothTextsAndTheReason) {
  const Ended ended = rebond({"converge", testing::CafeFiles::demo_plan()});

  EXPECT_THAT(ended.out, AllOf(HasSubstr("récupérer · pluie · eaux"), HasSubstr("t2.1"),
                               HasSubstr("récupérer eaux de pluie pour nettoyage")));
}

TEST_F(Converge, NamesGroups) {
  const Ended ended = rebond({"converge", testing::CafeFiles::demo_plan(), "--groups", "--json"});

  ASSERT_EQ(ended.code, 0) << ended.err;
  std::set<json> grouped;
  for (const json& group : ended.json()) {
    EXPECT_THAT(group["name"].get<std::string>(), Not(IsEmpty()));
    for (const json& idea : group["ideas"]) EXPECT_TRUE(grouped.insert(idea).second);
  }
  EXPECT_GE(grouped.size(), 6U);
}

TEST_F(Converge, TakesOurOwnThemes) {
  const std::string plan = two_ideas();
  EXPECT_EQ(rebond({"converge", plan, "--json"}).out, "[]\n");

  const std::string themes = file("themes.txt", "loisirs: pétanque, belote\n");
  const Ended ended = rebond({"converge", plan, "--json", "--themes", themes});
  EXPECT_EQ(ended.json()[0]["reason"][0], "loisirs");
}

TEST_F(Converge, PrintsAThemeListThatItReadsBack) {
  const std::string themes = file("themes.txt", rebond({"converge", "--show-themes"}).out);
  const std::string plan = testing::CafeFiles::demo_plan();

  EXPECT_EQ(rebond({"converge", plan, "--json", "--themes", themes}).out,
            rebond({"converge", plan, "--json"}).out);
}

TEST_F(Converge, RefusesWhatItCannotReadInOneSentence) {
  const std::string no_text = file("no_text.json", R"({"tables":[{"ideas":[{"id":"a"}]}]})");
  const std::string themes = file("bad.txt", "no colon\n");
  for (const auto& [arguments, words] :
       std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{"converge"}, "name a plan"},
           {{"converge", folder_.path() + "/none.json"}, "none.json"},
           {{"converge", no_text}, "tables[0].ideas[0].text"},
           {{"converge", two_ideas(), "--themes", themes}, "themes, line 1"}}) {
    const Ended ended = rebond(arguments);
    EXPECT_EQ(ended.code, 2) << words;
    EXPECT_THAT(ended.err, HasSubstr(words));
    EXPECT_THAT(ended.out, IsEmpty());
  }
}

}  // namespace
}  // namespace rebond
