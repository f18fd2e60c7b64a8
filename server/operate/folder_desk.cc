// What is done for an operator on a data folder that no server holds.
#include "operate/folder_desk.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "live/rooms.h"
#include "operate/backup_job.h"
#include "operate/erasure.h"
#include "operate/status.h"
#include "store/rocks_journal.h"

namespace rebond::operate {
namespace {

/// Nobody is connected: nothing is to be done later.
class NoWakeup final : public Wakeup {
 public:
  void wake_in(MonotonicMs /*delay_ms*/) override {}
};

/// The cafés of a folder, open without sockets.
class OpenFolder {
 public:
  OpenFolder(boost::asio::io_context& io, RocksJournal& journal)
      : io_(io),
        rooms_(Environment{journal, clock_, random_, limits_, addresses_},
               [](const CafeId&) { return std::make_unique<NoWakeup>(); }) {}

  Result<void> open() { return rooms_.open_all(); }

  Reply do_order(const std::filesystem::path& data, const StatusOrder& /*order*/) {
    return reply_with(status_json(data, rooms_, nullptr));
  }

  Reply do_order(const std::filesystem::path& /*data*/, const EraseOrder& order) {
    std::optional<Reply> reply;
    erase(rooms_, order, [&reply](Reply answer) { reply = std::move(answer); });
    // What the journal posts comes from its own thread, so the loop must not end for want of work.
    const auto work = boost::asio::make_work_guard(io_);
    while (!reply && !failure_) io_.run_one();
    return reply ? *std::move(reply) : Reply(*failure_);
  }

  void fail(const Error& error) { failure_ = error; }

 private:
  boost::asio::io_context& io_;
  const SystemClock clock_;
  SystemRandom random_;
  const Limits limits_;
  const std::vector<std::string> addresses_;
  Rooms rooms_;
  std::optional<Error> failure_;
};

Reply do_with_cafes(const std::filesystem::path& data, boost::asio::io_context& io,
                    RocksJournal& journal, const Order& order) {
  OpenFolder folder(io, journal);
  journal.on_failure([&folder](const Error& error) { folder.fail(error); });
  if (const Result<void> opened = folder.open(); !opened) return opened.error();
  if (const auto* erasure = std::get_if<EraseOrder>(&order)) return folder.do_order(data, *erasure);
  return folder.do_order(data, StatusOrder{});
}

}  // namespace

Reply do_in_folder(const std::filesystem::path& data, const Order& order) {
  std::error_code error;
  if (!std::filesystem::exists(data / "journal", error)) {
    return Error{ErrorKind::kNotFound, "--data",
                 "there are no cafés in \"" + data.string() +
                     "\"; name the folder that was given to the server as --data"};
  }
  boost::asio::io_context io(1);
  const auto post = [&io](std::function<void()> call) { boost::asio::post(io, std::move(call)); };
  const Result<std::unique_ptr<RocksJournal>> journal = RocksJournal::open(data, post);
  if (!journal) return journal.error();
  if (const auto* backup = std::get_if<BackupOrder>(&order)) {
    return BackupJob(data, **journal, *backup).run();
  }
  return do_with_cafes(data, io, **journal, order);
}

}  // namespace rebond::operate
