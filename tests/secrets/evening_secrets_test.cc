// A whole evening on the real server: every secret stays where it belongs (P6 of the promises).
#include <csignal>
#include <gmock/gmock.h>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/bytes.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/random.h"
#include "tests/secrets/logging_server.h"
#include "tests/secrets/recording_device.h"
#include "tests/secrets/taint_scanner.h"

namespace rebond::testing {
namespace {

using Strings = std::vector<std::string>;
using ::testing::Contains;
using ::testing::IsEmpty;

constexpr char kName[] = "Zéphyrine Quatremère";
constexpr char kRemoteName[] = "Théodule Vandenabeele";
constexpr char kSalvaged[] = "mots sauvés de la file du naufragé";
constexpr char kIdea[] = "récupérer l'eau des toitures";
constexpr char kPlan[] = R"({"theme":"Eau","tables":[
  {"name":"Une","ideas":[]},{"name":"Deux","ideas":[]}]})";

/// Everything that is secret this evening, by name.
struct Secrets {
  void add_token(const std::string& name, const std::string& token) { tokens[name] = token; }

  /// What is never to be seen, at rest either: tokens, device keys, the admin token.
  TaintScanner keys() const {
    TaintScanner scanner;
    for (const auto& [name, token] : tokens) scanner.add(name, token);
    return scanner;
  }
  /// What only some may see.
  static TaintScanner words() {
    TaintScanner scanner;
    scanner.add("name", kName);
    scanner.add("remote name", kRemoteName);
    scanner.add("salvaged words", kSalvaged);
    return scanner;
  }

  std::map<std::string, std::string> tokens;
};

class Evening : public ::testing::Test {
 protected:
  Evening() {
    server_.start();
    secrets_.add_token("admin token", server_.admin_token());
    found();
  }

  /// POST /cafes, whose answer tells the links to who asked for them.
  void found() {
    const auto answer =
        RawClient(server_.port())
            .post("/cafes", kPlan, "Authorization: Bearer " + server_.admin_token() + "\r\n");
    const auto json = nlohmann::json::parse(answer.value().body);
    cafe_ = json["cafe"];
    for (const auto& [role, link] : json["links"].items()) {
      if (link.is_string()) {
        links_[role] = token_in(link);
      } else {
        for (std::size_t i = 0; i < link.size(); ++i) {
          links_["captain " + std::to_string(i + 1)] = token_in(link[i]);
        }
      }
    }
    for (const auto& [role, token] : links_) secrets_.add_token("link of " + role, token);
    founding_answer_ = answer->body;
  }

  static std::string token_in(const std::string& link) {
    return from_hex(link.substr(link.find('#') + 1));
  }

  RecordingDevice& device(const std::string& who, const std::string& token) {
    std::string key = random_.bytes(kSecretBytes);
    secrets_.add_token("device key of " + who + " " + std::to_string(devices_.size()), key);
    auto& made = devices_.emplace_back(
        who, std::make_unique<RecordingDevice>(server_.port(), cafe_, token, key));
    return *made.second;
  }

  std::string fresh_token(const std::string& name) {
    const std::string token = random_.bytes(kSecretBytes);
    secrets_.add_token(name, token);
    return token;
  }

  /// Everybody comes, writes, loses words, gets and loses links.
  void play();
  void join_in(RecordingDevice& device, const std::string& name);
  void ask_for_everything(const std::string& token);

  LoggingServer server_;
  SystemRandom random_;
  Secrets secrets_;
  std::string cafe_;
  std::string founding_answer_;
  std::map<std::string, std::string> links_;
  std::vector<std::pair<std::string, std::unique_ptr<RecordingDevice>>> devices_;
  /// Every other HTTP answer, head and body.
  std::string http_;
};

v1::Command add_idea(RecordingDevice& device, Id table) {
  v1::Command command;
  v1::AddCard& add = *command.mutable_add_card();
  add.set_card(device.new_id());
  add.set_run(device.new_id());
  add.set_table(table);
  add.set_text(kIdea);
  return command;
}

v1::Command salvage() {
  v1::Command command;
  command.mutable_salvage_text()->set_text(kSalvaged);
  return command;
}

v1::Command give(const std::string& token, v1::Role role) {
  v1::Command command;
  command.mutable_give_access()->set_token(token);
  command.mutable_give_access()->set_role(role);
  return command;
}

v1::Command revoke(Id access) {
  v1::Command command;
  command.mutable_revoke_access()->set_access(access);
  return command;
}

void Evening::join_in(RecordingDevice& device, const std::string& name) {
  v1::Command command;
  command.mutable_join()->set_participant(device.new_id());
  command.mutable_join()->set_token(fresh_token("personal token of " + name));
  command.mutable_join()->set_name(name);
  EXPECT_TRUE(device.send(command));
}

/// Every address, with and without the token.
void Evening::ask_for_everything(const std::string& token) {
  const std::string bearer = "Authorization: Bearer " + to_hex(token) + "\r\n";
  Strings targets = {"/", "/join", "/healthz", "/metrics", "/nothing"};
  for (const char* page : {"facilitator", "captain", "screen", "live", "file"}) {
    targets.push_back("/cafes/" + cafe_ + "/" + page);
  }
  for (const char* format : {"md", "json", "csv", "html", "none"}) {
    targets.push_back("/cafes/" + cafe_ + "/export/" + format);
  }
  for (const std::string& target : targets) {
    // A café as a file is the private records too: for the facilitator, who may have the names.
    const bool whole = target.ends_with("/file") && token == links_["facilitator"];
    for (const std::string& more : {std::string(), bearer}) {
      const auto answer = RawClient(server_.port()).get(target, more);
      if (!answer) continue;
      for (const auto& field : answer->headers) http_ += field.first + ": " + field.second + "\n";
      if (!whole) http_ += answer->body;
    }
  }
}

void Evening::play() {
  RecordingDevice& facilitator = device("facilitator", links_["facilitator"]);
  RecordingDevice& captain = device("captain", links_["captain 1"]);
  RecordingDevice& neighbour = device("captain", links_["captain 2"]);
  RecordingDevice& screen = device("screen", links_["screen"]);
  RecordingDevice& expert = device("expert", links_["expert"]);
  RecordingDevice& guest = device("participant", links_["participant"]);
  RecordingDevice& remote = device("remote", links_["remote"]);
  for (const auto& [who, one] : devices_) ASSERT_TRUE(one->entered()) << who;
  join_in(guest, kName);
  join_in(remote, kRemoteName);
  EXPECT_TRUE(captain.send(add_idea(captain, captain.welcome().table())));
  EXPECT_TRUE(neighbour.send(add_idea(neighbour, neighbour.welcome().table())));
  EXPECT_TRUE(guest.send(add_idea(guest, captain.welcome().table())));
  EXPECT_FALSE(expert.send(add_idea(expert, captain.welcome().table())));
  for (RecordingDevice* one : {&guest, &captain, &expert}) EXPECT_TRUE(one->send(salvage()));

  // The role is handed over, a tablet's link is taken back, and used once more.
  const std::string co_host = fresh_token("link of the co-host");
  EXPECT_TRUE(facilitator.send(give(co_host, v1::ROLE_FACILITATOR)));
  EXPECT_TRUE(guest.send(give(fresh_token("link of the new phone"), v1::ROLE_PARTICIPANT)));
  RecordingDevice& second = device("facilitator", co_host);
  ASSERT_TRUE(second.entered());
  ASSERT_FALSE(second.access_list().access().empty());
  for (const v1::AccessEntry& entry : second.access_list().access()) {
    if (entry.role() == v1::ROLE_CAPTAIN && entry.table() == neighbour.welcome().table()) {
      EXPECT_TRUE(second.send(revoke(entry.access())));
    }
  }
  EXPECT_EQ(neighbour.close_code(), 4506U);
  EXPECT_EQ(device("nobody", links_["captain 2"]).close_code(), 4501U);
  EXPECT_EQ(device("nobody", fresh_token("unknown token")).close_code(), 4501U);
  screen.read_until(second.seq());

  for (const char* role : {"facilitator", "screen", "participant", "captain 2"}) {
    ask_for_everything(links_[role]);
  }
}

TEST_F(Evening, RU10EverySecretStaysWhereItBelongs) {
  play();
  const TaintScanner keys = secrets_.keys();
  const TaintScanner words = Secrets::words();
  std::size_t bytes = http_.size();

  for (const auto& [who, device] : devices_) {
    SCOPED_TRACE("what a device of a " + who + " was sent");
    bytes += device->bytes().size();
    EXPECT_THAT(keys.found_in(device->bytes()), IsEmpty());
    const bool knows_names = who == "facilitator" || who == "captain";
    EXPECT_THAT(words.found_in(device->bytes_without_names()), IsEmpty());
    // The code lets people in: it is told to those who show it.
    const std::string& code = devices_.front().second->welcome().join_code();
    const bool shows_code = knows_names || who == "screen";
    EXPECT_TRUE(shows_code || device->bytes().find(code) == std::string::npos);
  }
  EXPECT_THAT(words.found_in(devices_.front().second->bytes()), Contains("name"));

  EXPECT_NE(http_.find(kIdea), std::string::npos);  // the exports were answered
  EXPECT_THAT(keys.found_in(http_), IsEmpty());
  EXPECT_THAT(words.found_in(http_), IsEmpty());
  EXPECT_THAT(keys.found_in(founding_answer_), Contains("link of screen"));

  server_.end(SIGKILL);
  const auto files = server_.files();
  std::string at_rest;
  for (const auto& [path, content] : files) {
    bytes += content.size();
    at_rest += content;
    EXPECT_THAT(keys.found_in(content), IsEmpty()) << path;
    EXPECT_THAT(keys.found_in(path), IsEmpty());
  }
  // The scan reads what was written: hashes, and names in private.
  EXPECT_NE(at_rest.find(hashed(links_["facilitator"])), std::string::npos);
  EXPECT_THAT(words.found_in(at_rest), Contains("name"));

  // A server that recovers, and stops, says no more.
  server_.start();
  server_.end(SIGTERM);
  for (const auto& [path, content] : server_.files()) {
    EXPECT_THAT(keys.found_in(content), IsEmpty()) << path;
  }
  const std::string log = server_.log();
  EXPECT_NE(log, "");
  EXPECT_THAT(keys.found_in(log), IsEmpty());
  EXPECT_THAT(words.found_in(log), IsEmpty());
  EXPECT_EQ(log.find(kIdea), std::string::npos);
  std::cout << secrets_.tokens.size() << " secrets and 3 texts looked for in " << bytes + log.size()
            << " bytes of " << devices_.size() << " devices, HTTP, " << files.size()
            << " files and the log\n";
}

TEST_F(Evening, HT8AJoinCodeIsAnsweredWithALinkAndNothingElse) {
  RecordingDevice& screen = device("screen", links_["screen"]);
  const std::string body = nlohmann::json{{"code", screen.welcome().join_code()}}.dump();
  const auto answer = RawClient(server_.port()).post("/join", body);
  ASSERT_EQ(answer.value().status, 200U);
  EXPECT_THAT(secrets_.keys().found_in(answer->body), IsEmpty());

  const std::string token = token_in(nlohmann::json::parse(answer->body)["link"]);
  secrets_.add_token("link of the code", token);
  EXPECT_TRUE(device("participant", token).welcome().must_join());
  server_.end(SIGKILL);
  for (const auto& [path, content] : server_.files()) {
    EXPECT_THAT(secrets_.keys().found_in(content), IsEmpty()) << path;
  }
  EXPECT_THAT(secrets_.keys().found_in(server_.log()), IsEmpty());
}

}  // namespace
}  // namespace rebond::testing
