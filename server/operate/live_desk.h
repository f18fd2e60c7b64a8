// What a running server does for an operator.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <filesystem>
#include <functional>
#include <memory>

#include "base/clock.h"
#include "operate/backup_job.h"
#include "operate/desk.h"
#include "operate/status.h"

namespace rebond::operate {

/// What the desk works with; all of it must outlive the desk.
struct LiveDeskSettings {
  boost::asio::io_context& io;
  const RocksJournal& journal;
  Rooms& rooms;
  std::filesystem::path data;
  /// How the server is now; uptime and backup are filled in here.
  std::function<RunningServer()> server;
};

/// On the thread of the cafés; backups are made on a thread of their own, one at a time.
class LiveDesk final : public Desk {
 public:
  explicit LiveDesk(LiveDeskSettings settings);
  /// Stops a backup that is being made.
  ~LiveDesk() override;
  LiveDesk(const LiveDesk&) = delete;
  LiveDesk(LiveDesk&&) = delete;
  LiveDesk& operator=(const LiveDesk&) = delete;
  LiveDesk& operator=(LiveDesk&&) = delete;

  void take(const Order& order, Answer answer) override;

 private:
  void do_order(const StatusOrder& order, const Answer& answer);
  void do_order(const BackupOrder& order, const Answer& answer);
  void do_order(const EraseOrder& order, const Answer& answer);

  const LiveDeskSettings settings_;
  const SystemClock clock_;
  const MonotonicMs started_at_;
  std::shared_ptr<BackupJob> backup_;
  // Erasures under way.
  int erasing_ = 0;
  boost::asio::thread_pool aside_{1};
};

}  // namespace rebond::operate
