// One page that is open on a device: the real client session on a simulated wire.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "clients/cpp/client_session.h"
#include "tests/simulation/server_process.h"
#include "tests/simulation/setting.h"
#include "tests/simulation/wire.h"

namespace rebond::sim {

class Tab;

/// What a device does for its pages.
class TabHost {
 public:
  virtual ~TabHost() = default;
  /// The page is the one that owns the device's memory.
  virtual bool is_owner(const Tab& tab) const = 0;
  virtual void on_first_welcome(Tab& tab) = 0;
  virtual void on_live(Tab& tab) = 0;
  virtual void on_settled(Tab& tab, const Outcome& outcome) = 0;
  /// The device's link may have been taken back; it was, before this page was opened.
  virtual bool may_be_refused() const = 0;
  virtual bool must_be_refused() const = 0;
  /// The owner was closed because another page of the device had said Hello later.
  virtual void on_superseded() = 0;
  virtual void on_access_list(const v1::AccessList& list) = 0;
  /// A connection was made; it needs the device's link and is closed with it.
  virtual void on_wire(const std::shared_ptr<Wire>& wire) = 0;
};

/// Lives as long as the world, also when its page is gone: events may still name it.
class Tab final : public Transport, public WireEnd, public SessionObserver {
 public:
  Tab(int client, Setting& setting, ServerProcess& server, const Link& link, TabHost& host,
      const SessionOptions& options);
  ~Tab() override;

  void start() { session_.start(); }
  ClientSession& session() { return session_; }
  const ClientSession& session() const { return session_; }
  Wire* wire() { return wire_.get(); }

  /// The page is gone, and all that it remembered.
  void vanish();
  bool vanished() const { return vanished_; }

  /// Sends a command under a number that this session does not wait for; the answer is held
  /// against what was told before.
  void ask(CommandNumber number, const v1::Command& command);

  // Transport.
  void connect() override;
  void send(std::string message) override { wire_->client_sends(std::move(message)); }
  void close() override;
  void wake_at(MonotonicMs when) override;

  // WireEnd.
  void opened() override;
  void received(const std::string& message) override;
  void closed(std::uint16_t code) override;

  // SessionObserver.
  void on_welcome(const v1::Welcome& welcome) override;
  void on_live() override { host_.on_live(*this); }
  void on_snapshot() override;
  void on_entry(const v1::Entry& entry) override;
  void on_outcome(const Outcome& outcome) override;
  void on_access_list(const v1::AccessList& list) override { host_.on_access_list(list); }
  void on_ended(const Ending& ending) override;
  void on_trouble(const Error& trouble) override;

 private:
  void on_result(const v1::Result& result);
  void note_copy();

  int client_;
  Setting& setting_;
  ServerProcess& server_;
  const Link& link_;
  TabHost& host_;
  ClientSession session_;
  std::shared_ptr<Wire> wire_;
  std::set<CommandNumber> asked_;
  bool welcomed_ = false;
  bool welcomed_once_ = false;
  bool awaits_snapshot_ = false;
  bool vanished_ = false;
};

}  // namespace rebond::sim
