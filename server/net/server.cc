// The server: a listener, the connections and the cafés of one event loop.
#include "net/server.h"

#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/thread_pool.hpp>
#include <csignal>
#include <optional>
#include <spdlog/spdlog.h>
#include <utility>

#include "base/check.h"
#include "base/clock.h"
#include "base/random.h"
#include "live/rooms.h"
#include "net/admission.h"
#include "net/asio_wakeup.h"
#include "net/connection_stream.h"
#include "net/file_limit.h"
#include "net/http_session.h"
#include "net/join_attempts.h"
#include "net/listener.h"
#include "net/own_addresses.h"
#include "net/self_signed.h"
#include "net/tls_handshake.h"
#include "net/tls_identity.h"

namespace rebond {

namespace asio = boost::asio;

/// What exists only after the address is known.
class Server::Running {
 public:
  Running(asio::io_context& io, Journal& journal, const Exporter& exporter,
          const ServerSettings& settings, std::unique_ptr<Listener> listener,
          std::optional<TlsIdentity> tls);

  Result<void> open();
  void goodbye(v1::CloseCode code, const std::string& reason);

  const Listener& listener() const { return *listener_; }
  Rooms& rooms() { return rooms_; }
  bool read_only() const { return site_.read_only; }
  const std::optional<TlsIdentity>& tls() const { return tls_; }
  const std::optional<Error>& failure() const { return failure_; }

 private:
  std::unique_ptr<Wakeup> make_wakeup(const CafeId& cafe);
  RunAside work_aside();
  void on_connection(asio::ip::tcp::socket socket, const asio::ip::address& remote);
  void await_hangup();
  void on_read_only(bool read_only);
  void on_failure(const Error& error);

  asio::io_context& io_;
  Journal& journal_;
  const SystemClock clock_;
  SystemRandom random_;
  std::unique_ptr<Listener> listener_;
  std::optional<TlsIdentity> tls_;
  const OwnAddresses own_;
  Admission admission_;
  JoinAttempts join_attempts_;
  Rooms rooms_;
  Site site_;
  SpaceWatch space_watch_;
  Timer goodbye_;
  asio::signal_set hangup_;
  std::optional<Error> failure_;
  // Its work refers to what is above.
  asio::thread_pool aside_{1};
};

Server::Running::Running(asio::io_context& io, Journal& journal, const Exporter& exporter,
                         const ServerSettings& settings, std::unique_ptr<Listener> listener,
                         std::optional<TlsIdentity> tls)
    : io_(io),
      journal_(journal),
      listener_(std::move(listener)),
      tls_(std::move(tls)),
      own_(listener_->where(), interface_addresses(), tls_.has_value()),
      admission_(settings.limits, sockets_allowed()),
      join_attempts_(clock_),
      rooms_(Environment{journal, clock_, random_, settings.limits, own_.for_people(),
                         settings.method, work_aside()},
             [this](const CafeId& cafe) { return make_wakeup(cafe); }),
      site_{rooms_,           exporter,
            *settings.assets, clock_,
            settings.limits,  own_,
            admission_,       join_attempts_,
            work_aside(),     settings.admin_token,
            settings.patience},
      space_watch_(
          io.get_executor(), settings.min_free_bytes, settings.free_space,
          [this](bool read_only) { on_read_only(read_only); }, settings.patience.look_at_disk_ms),
      goodbye_(io.get_executor()),
      hangup_(io) {}

Result<void> Server::Running::open() {
  journal_.on_failure([this](const Error& error) { on_failure(error); });
  rooms_.on_retired([](const CafeId& cafe) { spdlog::info("café {}: its time is over", cafe); });
  if (Result<void> opened = rooms_.open_all(); !opened) return opened;
  spdlog::info("open cafés: {}", rooms_.all().size());
  space_watch_.start();
  if (tls_) {
    boost::system::error_code failed;
    hangup_.add(SIGHUP, failed);
    if (!failed) await_hangup();
  }
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

RunAside Server::Running::work_aside() {
  return [this](std::function<void()> work, std::function<void()> then) {
    asio::post(aside_, [this, work = std::move(work), then = std::move(then)] {
      work();
      asio::post(io_, then);
    });
  };
}

void Server::Running::on_connection(asio::ip::tcp::socket socket, const asio::ip::address& remote) {
  auto ticket = admission_.admit(remote.to_string());
  // Without a ticket the socket closes: a flood is not worth an answer.
  if (!ticket) return;
  if (tls_) {
    start_tls_handshake(site_, std::move(socket), tls_->context(), remote, *std::move(ticket));
  } else {
    start_http_session(site_, ConnectionStream(std::move(socket)), remote, *std::move(ticket));
  }
}

void Server::Running::await_hangup() {
  hangup_.async_wait([this](const boost::system::error_code& error, int /*signal*/) {
    if (error) return;
    if (const Result<void> reloaded = tls_->reload(); reloaded) {
      spdlog::info("new connections get the certificate {}",
                   sha256_fingerprint(tls_->certificate()));
    } else {
      spdlog::error("the old certificate stays: {}", describe(reloaded.error()));
    }
    await_hangup();
  });
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
  hangup_.clear();
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
  std::optional<TlsIdentity> tls;
  if (settings_.tls) {
    Result<TlsIdentity> opened = TlsIdentity::open(
        *settings_.tls, [] { return names_of_this_machine(interface_addresses()); }, wall_clock_);
    if (!opened) return opened.error();
    tls = *std::move(opened);
  }
  running_ = std::make_unique<Running>(io_, journal_, exporter_, settings_, std::move(listener),
                                       std::move(tls));
  return running_->open();
}

Authority Server::where() const {
  return running_->listener().where();
}

std::string Server::url() const {
  return (settings_.tls ? "https://" : "http://") + to_string(where());
}

std::string Server::how_to_trust() const {
  const auto& tls = running_->tls();
  if (!tls || !tls->settings().self_signed) return {};
  return rebond::how_to_trust(tls->settings(), tls->certificate(), url());
}

Rooms& Server::rooms() {
  return running_->rooms();
}

bool Server::read_only() const {
  return running_->read_only();
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
