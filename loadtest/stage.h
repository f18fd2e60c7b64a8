// One café, its virtual clients and the loop that runs them.
#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "clients/cpp/link.h"
#include "clients/cpp/live_client.h"
#include "loadtest/tally.h"

namespace rebond::loadtest {

/// The links of a café made for a run.
struct CafeOnStage {
  CafeLink facilitator;
  CafeLink screen;
  std::vector<CafeLink> captains;
  CafeLink participant;
};

/// Founds a café with so many tables and rounds at the server.
Result<CafeOnStage> found_cafe(const ServerAddress& server, std::size_t tables, std::size_t rounds);

class Stage;

/// One virtual client.
class LoadClient final : public SessionObserver {
 public:
  LoadClient(Stage& stage, const CafeLink& link, Keep keep);

  ClientSession& session() { return client_.session(); }
  bool here() const { return here_; }

  /// Writes an idea that was due at `due`.
  void add_card(Id table, const std::string& text, Moment due);
  /// Sends any command that was due at `due`.
  void send(v1::Command command, Moment due);

 private:
  void on_live() override;
  void on_entry(const v1::Entry& entry) override;
  void on_outcome(const Outcome& outcome) override;
  void on_trouble(const Error& trouble) override;
  void on_ended(const Ending& ending) override;

  Stage& stage_;
  LiveClient client_;
  bool here_ = false;
};

/// Something to do at a moment of a run.
struct Act {
  Moment due;
  std::function<void(Moment due)> run;
};

class Stage {
 public:
  /// Adds a client and lets it connect. Clients are spread over several loopback addresses.
  LoadClient& add(const CafeLink& link, Keep keep);

  /// Until all clients are there; false when that takes longer than `timeout`.
  bool wait_until_here(std::chrono::milliseconds timeout);

  /// Until `is_done`; false when the time is over or something went wrong first.
  bool wait_until(const std::function<bool()>& is_done, std::chrono::milliseconds timeout);

  /// Does each act when it is due, or as soon after that as it can; they must be in order.
  void perform(const std::vector<Act>& acts);

  /// Lets the loop run for so long.
  void idle(std::chrono::milliseconds duration);

  std::size_t size() const { return clients_.size(); }
  const std::vector<std::unique_ptr<LoadClient>>& clients() const { return clients_; }

  Tally tally;

 private:
  friend class LoadClient;

  boost::asio::io_context io_;
  SystemClock clock_;
  SystemRandom random_;
  std::size_t here_ = 0;
  std::vector<std::unique_ptr<LoadClient>> clients_;
};

}  // namespace rebond::loadtest
