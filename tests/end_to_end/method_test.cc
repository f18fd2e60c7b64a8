// The method from the terminal: each subcommand changes what it says, and names what is wrong.
#include <gmock/gmock.h>

#include "tests/end_to_end/programs.h"

namespace rebond {
namespace {

using testing::CafeFiles;
using testing::Ended;
using ::testing::HasSubstr;
using testing::rebond;
using ::testing::SizeIs;
using testing::start_server;
using Json = nlohmann::json;

class Method : public ::testing::Test {
 protected:
  /// Runs a command that must be done; the object that it prints.
  static Json done(const std::vector<std::string>& arguments) {
    const Ended ended = rebond(arguments);
    EXPECT_EQ(ended.code, 0) << arguments[0] << ": " << ended.err;
    return ended.code == 0 ? ended.json() : Json::object();
  }

  std::vector<Json> rows(const std::string& command) const {
    std::vector<Json> rows;
    for (const std::string& line : rebond({command, screen(), "list", "--json"}).lines()) {
      rows.push_back(Json::parse(line));
    }
    return rows;
  }

  std::string add_idea(std::size_t table, const std::string& text) const {
    return done({"add", cafe_.captain(table), text})["card"];
  }

  std::string lead() const { return cafe_.facilitator(); }
  std::string screen() const { return cafe_.screen(); }

  std::unique_ptr<loadtest::OwnServer> server_ = start_server();
  CafeFiles cafe_{*server_};
};

TEST_F(Method, TheScriptIsChangedAsTheEveningGoes) {
  done({"script", lead(), "set", "round-2", "--minutes", "25", "--anonymous", "true"});
  done({"script", lead(), "add", "break", "--after", "round-1", "--instruction", "Café !"});
  done({"script", lead(), "add-round", "--question", "Et demain ?"});
  const std::vector<Json> script = rows("script");
  std::vector<std::string> slugs;
  for (const Json& step : script) slugs.push_back(step["slug"]);
  const auto place = std::find(slugs.begin(), slugs.end(), "break");
  ASSERT_NE(place, slugs.end());
  EXPECT_EQ(*(place - 1), "round-1");
  EXPECT_THAT(slugs, ::testing::IsSupersetOf({"move-3", "round-4"}));
}

TEST_F(Method, AnAnonymousIdeaNamesNobody) {
  done({"script", lead(), "set", "round-1", "--anonymous", "true"});
  const Json added = done({"add", cafe_.participant(), "je n'ose pas le dire", "--table", "1"});
  const Json state = rebond({"state", screen()}).json();
  ASSERT_THAT(state["cards"], SizeIs(1));
  EXPECT_EQ(state["cards"][0]["id"], added["card"]);
  EXPECT_EQ(state["cards"][0]["device"], 0);
  EXPECT_EQ(state["cards"][0]["scribe"], "0");
}

TEST_F(Method, PeopleComeSitAndLeave) {
  const std::string anna = done({"person", lead(), "add", "Anna", "--expected"})["person"];
  done({"person", lead(), "arrive", anna});
  done({"person", lead(), "sit", anna, "--table", "2"});
  done({"person", lead(), "leave", anna});
  EXPECT_EQ(rows("person").at(0)["attendance"], "left");
  EXPECT_THAT(rebond({"state", screen()}).out, ::testing::Not(HasSubstr("Anna")));
}

TEST_F(Method, TablesAreAddedAndWithdrawn) {
  done({"table", lead(), "add", "Près de la porte", "--capacity", "4"});
  done({"table", lead(), "set", "4", "--withdrawn", "true"});
  const std::vector<Json> tables = rows("table");
  ASSERT_THAT(tables, SizeIs(4));
  EXPECT_TRUE(tables[3]["withdrawn"]);
}

TEST_F(Method, ASuggestionIsAcceptedOrNeverComesAgain) {
  add_idea(1, "récupérer les eaux de pluie pour le jardin");
  add_idea(2, "récupérer eaux de pluie pour le nettoyage");
  done({"suggest", lead(), "ask"});
  // The server looks aside; it answers within moments.
  std::vector<Json> open;
  for (int i = 0; i < 200 && open.empty(); ++i) open = rows("suggest");
  ASSERT_THAT(open, SizeIs(1));
  done({"suggest", lead(), "refuse", open[0]["id"]});
  done({"suggest", lead(), "ask"});
  done({"announce", lead(), "une entrée de plus"});
  EXPECT_THAT(rows("suggest"), SizeIs(0));
}

TEST_F(Method, DraftsAreTheirWritersAlone) {
  done({"draft", cafe_.captain(1), "save", "à relire"});
  EXPECT_THAT(rebond({"draft", cafe_.captain(1), "list"}).out, HasSubstr("à relire"));
  EXPECT_EQ(rebond({"draft", cafe_.captain(2), "list"}).out, "");
  EXPECT_THAT(rebond({"state", lead()}).out, ::testing::Not(HasSubstr("à relire")));
}

TEST_F(Method, IdeasAreMarkedExtendedHiddenAndShownAgain) {
  const std::string card = add_idea(1, "éolienne");
  done({"idea", cafe_.captain(1), "mark", card, "--unanimous", "true", "--tags", "énergie"});
  done({"idea", cafe_.captain(1), "append", card, " sur les toits"});
  done({"idea", lead(), "hide", card, "--reason", "à vérifier"});
  Json idea = rows("idea").at(0);
  EXPECT_EQ(idea["text"], "éolienne sur les toits");
  EXPECT_TRUE(idea["unanimous"]);
  EXPECT_EQ(idea["hidden_reason"], "à vérifier");
  done({"idea", lead(), "unhide", card});
  idea = rows("idea").at(0);
  EXPECT_FALSE(idea["hidden"]);
}

TEST_F(Method, MergedGroupsKeepBothNames) {
  const std::string first = add_idea(1, "pluie");
  const std::string second = add_idea(2, "puits");
  done({"group", lead(), "Eau", first});
  done({"group", lead(), "Pluie", second});
  done({"merge", lead(), "Pluie", "Eau"});
  const Json state = rebond({"state", screen()}).json();
  for (const Json& group : state["groups"]) {
    const bool stays = group["name"] == "Eau";
    EXPECT_EQ(group["withdrawn"], !stays);
    EXPECT_EQ(group["other_names"], stays ? Json::array({"Pluie"}) : Json::array());
  }
}

TEST_F(Method, TheExpertAnswersAndTheTableActs) {
  const std::string card = add_idea(1, "panneaux solaires");
  done({"expert", cafe_.captain(1), "queue", card});
  done({"expert", cafe_.expert(), "answer", card, "Oui.", "--kind", "true"});
  EXPECT_TRUE(rows("expert").at(0)["answered"]);
  done({"step", lead(), "action-plan"});
  const std::string action = done({"action", cafe_.captain(1), "add", "Étudier", "--source", card,
                                   "--commitment", "18"})["action"];
  done({"action", lead(), "set", action, "--state", "done", "--follow-up", "Fait."});
  EXPECT_EQ(rows("action").at(0)["follow_up"], "Fait.");
}

TEST_F(Method, TheChecklistAndTheSettingsAreKept) {
  const std::string task = done({"task", lead(), "add", "Gâteaux", "--owner", "Lise"})["task"];
  done({"task", lead(), "set", task, "--done", "true"});
  EXPECT_TRUE(rows("task").at(0)["done"]);
  done({"set", lead(), "--place", "Salle des fêtes", "--keywords", "eau", "énergie"});
  const Json state = rebond({"state", screen()}).json();
  EXPECT_EQ(state["cafe"]["place"], "Salle des fêtes");
}

TEST_F(Method, ALockedCafeTakesNoIdeas) {
  done({"set", lead(), "--locked", "true"});
  const Ended refused = rebond({"add", cafe_.captain(1), "trop tôt"});
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.err, HasSubstr("ROUND_CLOSED"));
}

TEST_F(Method, WhatIsWrongIsNamed) {
  EXPECT_THAT(rebond({"script", lead(), "set", "round-9"}).err, HasSubstr("the steps are"));
  EXPECT_THAT(rebond({"expert", cafe_.expert(), "answer", "t1.1", "x", "--kind", "perhaps"}).err,
              HasSubstr("there is no idea"));
  EXPECT_EQ(rebond({"script", cafe_.captain(1), "add-round"}).code, 1);
  EXPECT_EQ(rebond({"table", lead(), "add"}).code, 2);
  EXPECT_THAT(rebond({"show", lead(), "--view", "moon"}).err, HasSubstr("choose one of"));
}

}  // namespace
}  // namespace rebond
