// Some rounds on one café: founded, killed again and again, and looked through in the end.
#include "tests/crash/campaign.h"

#include <algorithm>
#include <chrono>

#include "clients/cpp/http_client.h"

namespace rebond::crash {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLook{2};
constexpr milliseconds kPatience{40'000};
constexpr std::size_t kParticipants = 3;

/// Reads the history from its first entry on.
class Reader final : public SessionObserver {
 public:
  Reader(const Surroundings& around, const CafeLink& link, Epoch epoch)
      : client_(around, {link.server, link.live_path(), {}}, options_of(link, epoch), *this) {
    client_.session().start();
  }

  bool live() const { return client_.session().live(); }
  const std::vector<v1::Entry>& history() const { return history_; }

 private:
  static SessionOptions options_of(const CafeLink& link, Epoch epoch) {
    SessionOptions options;
    options.token = link.token;
    options.keep = Keep::kCursor;
    options.resume_epoch = epoch;
    return options;
  }

  void on_entry(const v1::Entry& entry) override { history_.push_back(entry); }

  LiveClient client_;
  std::vector<v1::Entry> history_;
};

}  // namespace

Campaign::Campaign(const RoundsOptions& options, Random& chance, RoundsReport& report)
    : options_(options), chance_(chance), report_(report), victim_(options.server) {}

void Campaign::run_for(milliseconds time) {
  io_.restart();
  io_.run_for(time);
}

template <typename IsSo>
bool Campaign::run_until(IsSo is_so) {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (!is_so()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    run_for(kLook);
  }
  return true;
}

bool Campaign::anybody_ended() const {
  return std::any_of(writers_.begin(), writers_.end(),
                     [](const auto& writer) { return writer->ended(); });
}

void Campaign::play(std::size_t rounds) {
  bool goes_on = found_cafe();
  for (std::size_t i = 0; goes_on && i < rounds; ++i) {
    goes_on = round(i, rounds);
    ++report_.rounds;
  }
  if (goes_on) reckon();
  report_.clients += writers_.size();
  report_.invoked += ledger_.invoked_count();
  report_.accepted += ledger_.accepted();
  report_.rejected += ledger_.rejected();
  report_.seen += ledger_.seen();
  report_.digests_compared += ledger_.digests_compared();
  report_.findings.insert(report_.findings.end(), ledger_.findings().begin(),
                          ledger_.findings().end());
}

CafeLink Campaign::link(const std::string& url) {
  const Result<CafeLink> parsed = parse_link(url);
  if (!parsed) ledger_.finding("a link cannot be read: " + parsed.error().message);
  return parsed ? *parsed : CafeLink{};
}

bool Campaign::found_cafe() {
  if (!start_again()) return false;
  HttpCall call;
  call.server = victim_.address();
  call.method = "POST";
  call.target = "/cafes";
  call.body = R"({"tables":[{"name":"A","ideas":[]},{"name":"B","ideas":[]},
                            {"name":"C","ideas":[]}]})";
  const Result<HttpReply> reply = http_exchange(call);
  if (!reply || reply->status >= 300) {
    ledger_.finding("the café could not be founded");
    return false;
  }
  links_ = nlohmann::json::parse(reply->body)["links"];
  const Surroundings around{io_, clock_, random_};
  const auto add = [&](const nlohmann::json& url) {
    writers_.push_back(std::make_unique<Writer>(static_cast<int>(writers_.size()), around,
                                                link(url.get<std::string>()), ledger_));
    writers_.back()->start();
  };
  for (const nlohmann::json& captain : links_["captains"]) add(captain);
  for (std::size_t i = 0; i < kParticipants; ++i) add(links_["participant"]);
  return true;
}

bool Campaign::start_again() {
  Result<void> done = victim_.begin();
  if (done) done = victim_.wait_until_up();
  if (!done) ledger_.finding(done.error().message);
  return done.has_value();
}

bool Campaign::round(std::size_t number, std::size_t rounds) {
  // Load until something new was told, and then to any moment after it.
  const std::size_t deadly = told() + 1 + chance_.below(120);
  if (!run_until([&] { return told() >= deadly || anybody_ended(); })) {
    ledger_.finding("nothing is acknowledged any more: " + victim_.log());
    return false;
  }
  run_for(milliseconds(chance_.below(4)));
  victim_.kill();
  ++report_.kills_writing;
  if (options_.plant_old_folder && number == 0) victim_.set_aside();
  if (options_.plant_old_folder && number + 1 == rounds) victim_.put_back();
  // One in two dies once more: before it listens, or when the first clients are back.
  if (chance_.below(4) == 0) {
    if (!victim_.begin()) return false;
    run_for(milliseconds(chance_.below(40)));
    victim_.kill();
    ++report_.kills_opening;
  } else if (chance_.below(3) == 0) {
    if (!start_again()) return false;
    run_for(milliseconds(chance_.below(300)));
    victim_.kill();
    ++report_.kills_after_start;
  }
  return start_again();
}

void Campaign::reckon() {
  for (const auto& writer : writers_) writer->stop_writing();
  wait_until_equal();
  // Also when somebody was turned away: then it shows what was lost.
  read_history();
  ask_terminal();
}

void Campaign::wait_until_equal() {
  const bool settled = run_until([&] {
    return anybody_ended() || std::all_of(writers_.begin(), writers_.end(),
                                          [](const auto& writer) { return writer->settled(); });
  });
  if (!settled) return ledger_.finding("not everything has its outcome: " + victim_.log());
  const bool equal = run_until([&] {
    const State& first = writers_.front()->session().state();
    return anybody_ended() ||
           std::all_of(writers_.begin(), writers_.end(), [&](const auto& writer) {
             return writer->session().state().seq() == first.seq() &&
                    writer->session().state().digest() == first.digest();
           });
  });
  if (!equal) ledger_.finding("the clients do not hold the same café");
}

void Campaign::read_history() {
  const CafeLink screen = link(links_["screen"].get<std::string>());
  Reader reader({io_, clock_, random_}, screen, writers_.front()->session().welcome().epoch());
  if (!run_until([&] { return reader.live(); })) {
    return ledger_.finding("the history cannot be read");
  }
  ledger_.check(reader.history());
  report_.entries += reader.history().size();
}

void Campaign::ask_terminal() {
  if (options_.terminal.empty() || anybody_ended()) return;
  const loadtest::TempFolder folder;
  Result<loadtest::ChildProcess> terminal = loadtest::ChildProcess::start(
      {options_.terminal, "state", links_["screen"].get<std::string>(), "--digest"},
      folder.path() + "/err");
  if (!terminal) return ledger_.finding(terminal.error().message);
  const State& state = writers_.front()->session().state();
  const std::string expected = std::to_string(state.seq()) + " " + state.digest().hex();
  const std::optional<std::string> line = terminal->read_line(kPatience);
  if (line != expected) ledger_.finding("rebond state --digest says " + line.value_or("nothing"));
}

}  // namespace rebond::crash
