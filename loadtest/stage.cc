// One café, its virtual clients and the loop that runs them.
#include "loadtest/stage.h"

#include <boost/asio/steady_timer.hpp>
#include <nlohmann/json.hpp>

#include "clients/cpp/http_client.h"

namespace rebond::loadtest {
namespace {

using Json = nlohmann::json;

// A server lets in 2 000 connections of one address unless it is told otherwise.
constexpr std::size_t kClientsPerAddress = 2'000;

std::string address_of(std::size_t client) {
  return "127.0.0." + std::to_string(2 + client / kClientsPerAddress);
}

WebSocketTarget target_of(const CafeLink& link, std::size_t client) {
  // Other loopback addresses lead to a server at 127.0.0.1 only.
  const bool spread = link.server.host == "127.0.0.1";
  return {link.server, link.live_path(), spread ? address_of(client) : ""};
}

SessionOptions options_for(const CafeLink& link, Keep keep) {
  SessionOptions options;
  options.token = link.token;
  options.keep = keep;
  return options;
}

std::string plan_of(std::size_t tables, std::size_t rounds) {
  Json plan = {
      {"theme", "charge"}, {"language", "fr"}, {"rounds", rounds}, {"tables", Json::array()}};
  for (std::size_t i = 1; i <= tables; ++i) {
    plan["tables"].push_back({{"name", "table " + std::to_string(i)}, {"ideas", Json::array()}});
  }
  return plan.dump();
}

}  // namespace

Result<CafeOnStage> found_cafe(const ServerAddress& server, std::size_t tables,
                               std::size_t rounds) {
  HttpCall call;
  call.server = server;
  call.method = "POST";
  call.target = "/cafes";
  call.body = plan_of(tables, rounds);
  const Result<HttpReply> reply = http_exchange(call);
  if (!reply) return reply.error();
  const Json json = Json::parse(reply->body, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("links")) {
    return Error{ErrorKind::kUnavailable, "", "the server made no café: " + reply->body};
  }
  const Json& links = json["links"];
  CafeOnStage cafe;
  for (const auto& [name, link] :
       {std::pair{"facilitator", &cafe.facilitator}, std::pair{"screen", &cafe.screen},
        std::pair{"participant", &cafe.participant}}) {
    Result<CafeLink> read = parse_link(links.value(name, ""));
    if (!read) return read.error();
    *link = std::move(*read);
  }
  for (const Json& captain : links["captains"]) {
    Result<CafeLink> read = parse_link(captain.get<std::string>());
    if (!read) return read.error();
    cafe.captains.push_back(std::move(*read));
  }
  return cafe;
}

LoadClient::LoadClient(Stage& stage, const CafeLink& link, Keep keep)
    : stage_(stage),
      client_({stage.io_, stage.clock_, stage.random_}, target_of(link, stage.clients_.size()),
              options_for(link, keep), *this) {}

void LoadClient::add_card(Id table, const std::string& text, Moment due) {
  v1::Command command;
  v1::AddCard& add = *command.mutable_add_card();
  add.set_card(session().new_id());
  add.set_run(session().new_id());
  add.set_table(table);
  add.set_text(text);
  send(std::move(command), due);
}

void LoadClient::send(v1::Command command, Moment due) {
  const Result<CommandNumber> number = session().send(std::move(command));
  if (number) stage_.tally.expect(session().welcome().device(), *number, due);
}

void LoadClient::on_live() {
  if (!here_) ++stage_.here_;
  here_ = true;
}

void LoadClient::on_entry(const v1::Entry& entry) {
  const auto waited = stage_.tally.since_due(entry.device(), entry.command());
  if (!waited) return;
  ++stage_.tally.received;
  stage_.tally.to_reader.add(*waited);
}

void LoadClient::on_outcome(const Outcome& outcome) {
  const auto waited = stage_.tally.since_due(session().welcome().device(), outcome.number);
  if (!waited) return;
  stage_.tally.to_writer.add(*waited);
  if (outcome.accepted) {
    ++stage_.tally.acknowledged;
  } else {
    ++stage_.tally.rejected;
    const v1::Rejection& rejection = outcome.rejection;
    ++stage_.tally.rejections[rejection_name(rejection.code()) + " " + rejection.field()];
  }
}

void LoadClient::on_trouble(const Error& trouble) {
  if (stage_.tally.trouble.empty()) stage_.tally.trouble = trouble.message;
}

void LoadClient::on_ended(const Ending& ending) {
  if (stage_.tally.trouble.empty())
    stage_.tally.trouble = "a client was sent away: " + ending.message;
}

LoadClient& Stage::add(const CafeLink& link, Keep keep) {
  clients_.push_back(std::make_unique<LoadClient>(*this, link, keep));
  clients_.back()->session().start();
  return *clients_.back();
}

bool Stage::wait_until_here(std::chrono::milliseconds timeout) {
  return wait_until([this] { return here_ == clients_.size(); }, timeout);
}

bool Stage::wait_until(const std::function<bool()>& is_done, std::chrono::milliseconds timeout) {
  const Moment deadline = SteadyClock::now() + timeout;
  while (!is_done()) {
    if (!tally.trouble.empty() || SteadyClock::now() >= deadline) return false;
    idle(std::chrono::milliseconds(5));
  }
  return true;
}

void Stage::perform(const std::vector<Act>& acts) {
  boost::asio::steady_timer timer(io_);
  for (const Act& act : acts) {
    if (!tally.trouble.empty()) return;
    timer.expires_at(act.due);
    bool is_time = false;
    timer.async_wait([&is_time](boost::system::error_code) { is_time = true; });
    io_.restart();
    while (!is_time) io_.run_one();
    act.run(act.due);
  }
}

void Stage::idle(std::chrono::milliseconds duration) {
  io_.restart();
  io_.run_for(duration);
}

}  // namespace rebond::loadtest
