// The socket in the data folder over which a running server takes orders.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <cstddef>
#include <filesystem>
#include <memory>

#include "base/result.h"
#include "operate/desk.h"

namespace rebond::operate {

/// Limits of the socket.
inline constexpr std::size_t kOrderBytesMax = 16 * 1024;
inline constexpr std::size_t kOperatorsMax = 8;
inline constexpr int kOrderTimeoutMs = 5'000;
inline constexpr int kReplyTimeoutMs = 30'000;

/// Listens on DATA/control, which only the owner of the server and root may use: one line with an
/// order in, one line with the reply out, then the end (rule OP1).
///
/// On the thread of the event loop; must be destroyed after the loop has ended. The desk must
/// outlive it.
class ControlSocket {
 public:
  ControlSocket(boost::asio::io_context& io, Desk& desk) : acceptor_(io), desk_(desk) {}
  /// Removes the socket's file.
  ~ControlSocket();
  ControlSocket(const ControlSocket&) = delete;
  ControlSocket(ControlSocket&&) = delete;
  ControlSocket& operator=(const ControlSocket&) = delete;
  ControlSocket& operator=(ControlSocket&&) = delete;

  /// `data` must be held by this process: a socket that is there was left by a server that died,
  /// and is replaced.
  Result<void> open(const std::filesystem::path& data);

 private:
  void accept();

  boost::asio::local::stream_protocol::acceptor acceptor_;
  Desk& desk_;
  std::filesystem::path path_;
  std::shared_ptr<std::size_t> operators_ = std::make_shared<std::size_t>(0);
};

}  // namespace rebond::operate
