// What a running server does for an operator.
#include "operate/live_desk.h"

#include <boost/asio/post.hpp>
#include <optional>
#include <spdlog/spdlog.h>
#include <utility>

#include "operate/erasure.h"

namespace rebond::operate {

LiveDesk::LiveDesk(LiveDeskSettings settings)
    : settings_(std::move(settings)), started_at_(clock_.monotonic_ms()) {}

LiveDesk::~LiveDesk() {
  if (backup_) backup_->stop();
  aside_.join();
}

void LiveDesk::take(const Order& order, Answer answer) {
  std::visit([&](const auto& one) { do_order(one, answer); }, order);
}

void LiveDesk::do_order(const StatusOrder& /*order*/, const Answer& answer) {
  RunningServer server = settings_.server();
  server.uptime_s = (clock_.monotonic_ms() - started_at_) / 1'000;
  server.backup_running = backup_ != nullptr;
  answer(reply_with(status_json(settings_.data, settings_.rooms, &server)));
}

void LiveDesk::do_order(const BackupOrder& order, const Answer& answer) {
  if (backup_) {
    answer(Error{ErrorKind::kBusy, "",
                 "another backup is being made; wait until it is done, then try again"});
    return;
  }
  if (erasing_ > 0) {
    answer(Error{ErrorKind::kBusy, "",
                 "somebody is being erased; wait until it is done, then make the backup"});
    return;
  }
  backup_ = std::make_shared<BackupJob>(settings_.data, settings_.journal, order);
  boost::asio::post(aside_, [this, job = backup_, answer] {
    auto reply = std::make_shared<const Reply>(job->run());
    boost::asio::post(settings_.io, [this, reply, answer] {
      backup_.reset();
      if (!*reply) spdlog::warn("no backup: {}", reply->error().message);
      answer(*reply);
    });
  });
}

void LiveDesk::do_order(const EraseOrder& order, const Answer& answer) {
  // While a backup is read, the files that hold the person could not go.
  if (backup_) {
    answer(
        Error{ErrorKind::kBusy, "", "a backup is being made; wait until it is done, then erase"});
    return;
  }
  ++erasing_;
  erase(settings_.rooms, order, [this, answer](Reply reply) {
    --erasing_;
    answer(std::move(reply));
  });
}

}  // namespace rebond::operate
