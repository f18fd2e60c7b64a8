// How the kernel treats the sockets of clients.
#include "net/socket_options.h"

#include <netinet/tcp.h>
#include <sys/socket.h>

namespace rebond {
namespace {

// A client that does not read costs this much kernel memory at most (CU7).
constexpr int kSendBufferBytes = 128 * 1024;
// A write is finished when all but this much has left, so that what is sent next is fresh.
constexpr int kNotSentBytes = 32 * 1024;
// A peer that acknowledges nothing for so long is gone.
constexpr int kUserTimeoutMs = 20'000;

void set(int socket, int level, int option, int value) {
  static_cast<void>(setsockopt(socket, level, option, &value, sizeof(value)));
}

}  // namespace

void set_socket_options(boost::asio::ip::tcp::socket& socket) {
  const int handle = socket.native_handle();
  set(handle, IPPROTO_TCP, TCP_NODELAY, 1);
  set(handle, SOL_SOCKET, SO_SNDBUF, kSendBufferBytes);
  set(handle, IPPROTO_TCP, TCP_NOTSENT_LOWAT, kNotSentBytes);
  set(handle, IPPROTO_TCP, TCP_USER_TIMEOUT, kUserTimeoutMs);
}

}  // namespace rebond
