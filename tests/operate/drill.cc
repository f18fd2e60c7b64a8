// What the drills have in common: a hall that writes, and a server that comes back from a backup.
#include "tests/operate/drill.h"

#include <algorithm>

namespace rebond::testing {

void Drill::play() {
  const Ended played = rebond({"play", CafeFiles::demo_plan(), "--links", cafe_.links_path()});
  ASSERT_EQ(played.code, 0) << played.err;
}

Ended Drill::operate(std::string command, std::vector<std::string> arguments) const {
  std::vector<std::string> all = {std::move(command), "--data", server_->data_folder(), "--json"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return rebond_server(all);
}

nlohmann::json Drill::back_up() const {
  const Ended made = operate("backup", {"--to", backups()});
  EXPECT_EQ(made.code, 0) << made.err;
  return made.json();
}

void Drill::restore() {
  server_->kill();
  std::filesystem::rename(server_->data_folder(), file("lost"));
  const Ended restored =
      rebond_server({"restore", "--from", backups(), "--data", server_->data_folder()});
  ASSERT_EQ(restored.code, 0) << restored.err;
  const Result<void> started = server_->start();
  ASSERT_TRUE(started) << started.error().message;
}

std::size_t times_written(const std::string& link, const std::string& words) {
  const nlohmann::json state = rebond({"state", link}).json();
  return static_cast<std::size_t>(
      std::count_if(state["cards"].begin(), state["cards"].end(),
                    [&](const nlohmann::json& card) { return card["text"] == words; }));
}

std::string digest(const std::string& link) {
  return rebond({"state", link, "--digest"}).out;
}

std::string moved(std::string link, const loadtest::OwnServer& server) {
  return server.url() + link.substr(link.find("/cafes/"));
}

}  // namespace rebond::testing
