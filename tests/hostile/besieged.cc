// A café that goes on while somebody attacks its server.
#include "tests/hostile/besieged.h"

#include <filesystem>
#include <fstream>
#include <string>

#include "loadtest/usage.h"
#include "tests/net/raw_client.h"

namespace rebond {
namespace {

using loadtest::Act;
using loadtest::LoadClient;

constexpr std::chrono::seconds kPatience{60};
constexpr std::chrono::milliseconds kBetweenIdeas{10};
constexpr int kIdeas = 40;

/// Short, so that the tests are: what they bound is the same.
std::vector<std::string> short_limits() {
  return {"hello_timeout_ms=2000", "http_header_timeout_ms=2000", "http_body_timeout_ms=2000",
          "write_timeout_ms=2000", "commands_burst=200"};
}

std::string proc(pid_t pid, const std::string& name) {
  return "/proc/" + std::to_string(pid) + "/" + name;
}

std::size_t sockets_of(pid_t pid) {
  std::size_t sockets = 0;
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(proc(pid, "fd"), error)) {
    const std::string target = std::filesystem::read_symlink(file, error).string();
    if (target.starts_with("socket:")) ++sockets;
  }
  return sockets;
}

/// The most memory that the process has had since forget_peak().
std::uint64_t peak_of(pid_t pid) {
  std::ifstream status(proc(pid, "status"));
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stoull(line.substr(6)) * 1'024;
  }
  return 0;
}

void forget_peak(pid_t pid) {
  std::ofstream(proc(pid, "clear_refs")) << "5";
}

}  // namespace

Besieged::Besieged() : server_({REBOND_SERVER, short_limits()}) {
  loadtest::raise_file_limit();
  const Result<void> started = server_.start();
  EXPECT_TRUE(started) << started.error().message;
  Result<loadtest::CafeOnStage> cafe = loadtest::found_cafe(server_.address(), 2, 1);
  EXPECT_TRUE(cafe) << cafe.error().message;
  cafe_ = *std::move(cafe);
  captain_ = &stage_.add(cafe_->captains[0], Keep::kState);
  stage_.add(cafe_->captains[1], Keep::kState);
  stage_.add(cafe_->screen, Keep::kState);
  for (int i = 0; i < 3; ++i) stage_.add(cafe_->participant, Keep::kState);
  EXPECT_TRUE(stage_.wait_until_here(kPatience)) << stage_.tally.trouble;
  own_sockets_ = sockets_of(server_.pid());
  forget_peak(server_.pid());
  own_memory_ = peak_of(server_.pid());
}

Besieged::~Besieged() = default;

void Besieged::TearDown() {
  EXPECT_LT(peak_of(server_.pid()), own_memory_ + kGrowthMaxBytes);
  // Its own people, who read and answer meanwhile, are all who are left.
  const bool left_alone =
      stage_.wait_until([this] { return sockets_of(server_.pid()) <= own_sockets_; }, kPatience);
  EXPECT_TRUE(left_alone) << sockets_of(server_.pid()) << " sockets, not " << own_sockets_ << "; "
                          << stage_.tally.trouble;
  EXPECT_EQ(server_.stop(), 0) << server_.log();
}

void Besieged::expect_everybody_is_served(std::size_t bytes) {
  std::vector<Act> acts;
  const loadtest::Moment start = loadtest::SteadyClock::now();
  for (int i = 0; i < kIdeas; ++i) {
    acts.push_back({start + i * kBetweenIdeas, [this, bytes](loadtest::Moment due) {
                      std::string words = "idée " + std::to_string(++written_) + " ";
                      words.resize(std::max(words.size(), bytes), 'x');
                      captain_->add_card(captain_->session().welcome().table(), words, due);
                    }});
  }
  stage_.perform(acts);
  stage_.wait_until([this] { return stage_.tally.complete(stage_.size()); }, kPatience);
  EXPECT_EQ(stage_.tally.trouble, "");
  EXPECT_EQ(stage_.tally.acknowledged, written_);
  EXPECT_EQ(stage_.tally.received, written_ * stage_.size());
  const State& first = captain_->session().state();
  for (const auto& client : stage_.clients()) {
    EXPECT_EQ(client->session().state().digest(), first.digest());
  }
}

void Besieged::expect_newcomers_are_let_in() {
  EXPECT_EQ(RawClient(server_.address().port).get("/healthz").value_or(Answer{}).status, 200U);
  loadtest::Stage newcomers;
  newcomers.add(cafe_->screen, Keep::kState);
  EXPECT_TRUE(newcomers.wait_until_here(kPatience)) << newcomers.tally.trouble;
}

loadtest::AttackTarget Besieged::target() const {
  const CafeLink& link = cafe_->captains[1];
  return {link.server.port, link.live_path(), link.token};
}

Attacking::Attacking(loadtest::AttackKind kind, const loadtest::AttackTarget& target)
    : thread_([this, kind, target] {
        made_ = loadtest::attack(kind, target, [this] {
          ++ticks_;
          ticks_.notify_all();
          return goes_on_.load();
        });
      }) {}

Attacking::~Attacking() {
  stop();
}

void Attacking::wait_for_ticks(int ticks) const {
  for (int seen = ticks_; seen < ticks; seen = ticks_) ticks_.wait(seen);
}

std::size_t Attacking::stop() {
  goes_on_ = false;
  if (thread_.joinable()) thread_.join();
  return made_;
}

}  // namespace rebond
