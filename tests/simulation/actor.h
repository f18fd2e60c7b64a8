// A simulated person: the real client session on a simulated wire, acting at random.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "clients/cpp/client_session.h"
#include "tests/simulation/history.h"
#include "tests/simulation/server_process.h"

namespace rebond::sim {

/// One device. What it does and what it is told goes into the history.
class Actor final : public Transport, public WireEnd, public SessionObserver {
 public:
  Actor(int number, Schedule& schedule, Random& random, ServerProcess& server, Fault fault,
        History& history, const std::string& token);
  ~Actor() override;

  void start();
  /// Sends one random command, if the session may write.
  void act();
  /// The page is reloaded: everything that it remembered is gone; a new device comes.
  void reload();
  Wire* wire() { return wire_.get(); }
  const ClientSession& session() const { return *session_; }

  // Transport.
  void connect() override;
  void send(std::string message) override;
  void close() override;
  void wake_at(MonotonicMs when) override;

  // WireEnd.
  void opened() override;
  void received(const std::string& message) override;
  void closed(std::uint16_t code) override;

  // SessionObserver.
  void on_entry(const v1::Entry& entry) override;
  void on_outcome(const Outcome& outcome) override;
  void on_ended(const Ending& ending) override;
  void on_trouble(const Error& trouble) override;

 private:
  void make_session();

  int number_;
  Schedule& schedule_;
  Random& random_;
  ServerProcess& server_;
  Fault fault_;
  History& history_;
  std::string token_;
  std::unique_ptr<ClientSession> session_;
  std::shared_ptr<Wire> wire_;
  std::uint64_t life_ = 0;
  bool started_ = false;
  int written_ = 0;
};

}  // namespace rebond::sim
