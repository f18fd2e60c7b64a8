// The server: a listener, the connections and the cafés of one event loop.
#include "net/server.h"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <optional>
#include <spdlog/spdlog.h>
#include <utility>

#include "base/check.h"
#include "base/clock.h"
#include "base/random.h"
#include "live/rooms.h"
#include "net/admission.h"
#include "net/asio_wakeup.h"
#include "net/http_session.h"
#include "net/join_attempts.h"
#include "net/listener.h"
#include "net/own_addresses.h"

namespace rebond {

namespace asio = boost::asio;

/// What exists only after the address is known.
class Server::Running {
 public:
  Running(asio::io_context& io, Journal& journal, const Exporter& exporter,
          const ServerSettings& settings, std::unique_ptr<Listener> listener);

  Result<void> open();
  void goodbye(v1::CloseCode code, const std::string& reason);

  const Listener& listener() const { return *listener_; }
  const std::optional<Error>& failure() const { return failure_; }

 private:
  std::unique_ptr<Wakeup> make_wakeup(const CafeId& cafe);
  void run_aside(std::function<void()> work, std::function<void()> then);
  void on_connection(asio::ip::tcp::socket socket, const asio::ip::address& remote);
  void on_read_only(bool read_only);
  void on_failure(const Error& error);

  asio::io_context& io_;
  Journal& journal_;
  const SystemClock clock_;
  SystemRandom random_;
  std::unique_ptr<Listener> listener_;
  const OwnAddresses own_;
  Admission admission_;
  JoinAttempts join_attempts_;
  Rooms rooms_;
  Site site_;
  SpaceWatch space_watch_;
  Timer goodbye_;
  std::optional<Error> failure_;
  // Its work refers to what is above.
  asio::thread_pool aside_{1};
};

Server::Running::Running(asio::io_context& io, Journal& journal, const Exporter& exporter,
                         const ServerSettings& settings, std::unique_ptr<Listener> listener)
    : io_(io),
      journal_(journal),
      listener_(std::move(listener)),
      own_(listener_->where(), interface_addresses()),
      admission_(settings.limits),
      join_attempts_(clock_),
      rooms_(Environment{journal, clock_, random_, settings.limits, own_.for_people()},
             [this](const CafeId& cafe) { return make_wakeup(cafe); }),
      site_{rooms_,
            exporter,
            *settings.assets,
            clock_,
            settings.limits,
            own_,
            admission_,
            join_attempts_,
            [this](auto work, auto then) { run_aside(std::move(work), std::move(then)); },
            settings.admin_token,
            settings.patience},
      space_watch_(io.get_executor(), settings.min_free_bytes, settings.free_space,
                   [this](bool read_only) { on_read_only(read_only); }),
      goodbye_(io.get_executor()) {}

Result<void> Server::Running::open() {
  journal_.on_failure([this](const Error& error) { on_failure(error); });
  if (Result<void> opened = rooms_.open_all(); !opened) return opened;
  spdlog::info("open cafés: {}", rooms_.all().size());
  space_watch_.start();
  listener_->start([this](asio::ip::tcp::socket socket, const asio::ip::address& remote) {
    on_connection(std::move(socket), remote);
  });
  return {};
}

std::unique_ptr<Wakeup> Server::Running::make_wakeup(const CafeId& cafe) {
  return std::make_unique<AsioWakeup>(io_.get_executor(), clock_, [this, cafe] {
    if (Room* room = rooms_.find(cafe)) room->tick();
  });
}

void Server::Running::run_aside(std::function<void()> work, std::function<void()> then) {
  asio::post(aside_, [this, work = std::move(work), then = std::move(then)] {
    work();
    asio::post(io_, then);
  });
}

void Server::Running::on_connection(asio::ip::tcp::socket socket, const asio::ip::address& remote) {
  auto ticket = admission_.admit(remote.to_string());
  // Without a ticket the socket closes: a flood is not worth an answer.
  if (!ticket) return;
  start_http_session(site_, std::move(socket), remote, *std::move(ticket));
}

void Server::Running::on_read_only(bool read_only) {
  if (read_only) {
    spdlog::error("the disk is nearly full: the cafés are read-only until there is room");
  } else {
    spdlog::warn("there is room on the disk again: the cafés are writable");
  }
  site_.read_only = read_only;
  rooms_.set_read_only(read_only);
}

void Server::Running::on_failure(const Error& error) {
  failure_ = error;
  goodbye(v1::CLOSE_CODE_INTERNAL, "the storage failed");
}

void Server::Running::goodbye(v1::CloseCode code, const std::string& reason) {
  if (std::exchange(site_.stopping, true)) {
    io_.stop();
    return;
  }
  listener_->close();
  space_watch_.stop();
  rooms_.stop(code, reason);
  // A tablet that is asleep does not answer.
  goodbye_.start(site_.patience.goodbye_ms, [this] { io_.stop(); });
  admission_.when_nobody_is_live([this] { io_.stop(); });
}

Server::Server(asio::io_context& io, Journal& journal, const Exporter& exporter,
               ServerSettings settings)
    : io_(io), journal_(journal), exporter_(exporter), settings_(std::move(settings)) {
  CHECK(settings_.assets != nullptr && settings_.free_space);
}

Server::~Server() = default;

Result<void> Server::start() {
  auto listener = std::make_unique<Listener>(io_);
  if (Result<void> opened = listener->open(settings_.listen); !opened) return opened;
  running_ = std::make_unique<Running>(io_, journal_, exporter_, settings_, std::move(listener));
  return running_->open();
}

Authority Server::where() const {
  return running_->listener().where();
}

Result<void> Server::run() {
  io_.run();
  if (const auto& failure = running_->failure()) return *failure;
  return {};
}

void Server::stop() {
  running_->goodbye(v1::CLOSE_CODE_SHUTDOWN, "the server stops");
}

}  // namespace rebond
