// The socket in the data folder over which a running server takes orders.
#include "operate/control_socket.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <spdlog/spdlog.h>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "operate/control_path.h"

namespace rebond::operate {
namespace {

namespace asio = boost::asio;
using Socket = asio::local::stream_protocol::socket;
using ErrorCode = boost::system::error_code;

/// Who is at the other end, as the system says.
bool may_operate(Socket& socket) {
  ucred peer{};
  socklen_t size = sizeof(peer);
  if (::getsockopt(socket.native_handle(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) {
    return false;
  }
  return peer.uid == 0 || peer.uid == ::geteuid();
}

/// One order and its reply; keeps itself alive.
class Operator : public std::enable_shared_from_this<Operator> {
 public:
  Operator(Socket socket, Desk& desk, std::shared_ptr<std::size_t> operators)
      : socket_(std::move(socket)),
        deadline_(socket_.get_executor()),
        desk_(desk),
        operators_(std::move(operators)) {
    ++*operators_;
  }
  ~Operator() { --*operators_; }
  Operator(const Operator&) = delete;
  Operator(Operator&&) = delete;
  Operator& operator=(const Operator&) = delete;
  Operator& operator=(Operator&&) = delete;

  void start() {
    limit_time(kOrderTimeoutMs);
    asio::async_read_until(socket_, asio::dynamic_buffer(line_, kOrderBytesMax), '\n',
                           [self = shared_from_this()](const ErrorCode& error, std::size_t bytes) {
                             self->on_order(error, bytes);
                           });
  }

 private:
  void on_order(const ErrorCode& error, std::size_t bytes) {
    deadline_.cancel();
    if (error) return;
    const Result<Order> order = parse_order(std::string_view(line_).substr(0, bytes));
    if (!order) return reply(order.error());
    desk_.take(*order, [self = shared_from_this()](const Reply& reply) { self->reply(reply); });
  }

  void reply(const Reply& reply) {
    line_ = to_line(reply) + "\n";
    limit_time(kReplyTimeoutMs);
    asio::async_write(
        socket_, asio::buffer(line_),
        [self = shared_from_this()](const ErrorCode&, std::size_t) { self->deadline_.cancel(); });
  }

  void limit_time(int ms) {
    deadline_.expires_after(std::chrono::milliseconds(ms));
    deadline_.async_wait([self = shared_from_this()](const ErrorCode& error) {
      ErrorCode ignored;
      if (!error) self->socket_.close(ignored);
    });
  }

  Socket socket_;
  asio::steady_timer deadline_;
  Desk& desk_;
  std::shared_ptr<std::size_t> operators_;
  std::string line_;
};

Error cannot_listen(const std::filesystem::path& path, const std::string& why) {
  return {ErrorKind::kIo, "",
          "the control socket \"" + path.string() + "\" cannot be made (" + why +
              "); put the data folder on a disk of this machine and let this user write there"};
}

}  // namespace

ControlSocket::~ControlSocket() {
  if (!acceptor_.is_open()) return;
  ErrorCode ignored;
  acceptor_.close(ignored);
  ::unlink(path_.c_str());
}

Result<void> ControlSocket::open(const std::filesystem::path& data) {
  const Result<std::filesystem::path> path = control_path(data);
  if (!path) return path.error();
  path_ = *path;
  std::error_code gone;
  const auto what = std::filesystem::symlink_status(path_, gone);
  if (std::filesystem::is_socket(what)) {
    ::unlink(path_.c_str());
  } else if (std::filesystem::exists(what)) {
    return cannot_listen(path_, "something else has this name");
  }
  ErrorCode error;
  acceptor_.open(asio::local::stream_protocol(), error);
  if (error) return cannot_listen(path_, error.message());
  // The file gets the mode that the socket has when it is bound.
  ::fchmod(acceptor_.native_handle(), S_IRUSR | S_IWUSR);
  acceptor_.bind(path_.string(), error);
  if (!error) acceptor_.listen(kOperatorsMax, error);
  if (error) return cannot_listen(path_, error.message());
  if (::chmod(path_.c_str(), S_IRUSR | S_IWUSR) != 0) {
    return cannot_listen(path_, std::generic_category().message(errno));
  }
  accept();
  return {};
}

void ControlSocket::accept() {
  acceptor_.async_accept([this](const ErrorCode& error, Socket socket) {
    if (error == asio::error::operation_aborted) return;
    if (!error && !may_operate(socket)) {
      spdlog::warn("another user tried the control socket");
    } else if (!error && *operators_ < kOperatorsMax) {
      std::make_shared<Operator>(std::move(socket), desk_, operators_)->start();
    }
    accept();
  });
}

}  // namespace rebond::operate
