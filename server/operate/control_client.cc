// How a subcommand asks the server that runs on a data folder.
#include "operate/control_client.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <string>

#include "operate/control_path.h"

namespace rebond::operate {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr std::size_t kReplyBytesMax = 16 * 1024 * 1024;

}  // namespace

std::optional<Reply> ask_server(const std::filesystem::path& data, const Order& order) {
  const Result<std::filesystem::path> path = control_path(data);
  if (!path) return path.error();
  asio::io_context io;
  asio::local::stream_protocol::socket socket(io);
  error_code error;
  socket.connect(path->string(), error);
  if (error == asio::error::connection_refused || error == error_code(ENOENT, error.category()) ||
      error == error_code(ENOTDIR, error.category())) {
    return std::nullopt;
  }
  if (error) {
    return Error{ErrorKind::kPermission, "",
                 "the running server cannot be asked (" + error.message() +
                     "); run this command as the user who started the server"};
  }
  asio::write(socket, asio::buffer(to_line(order) + "\n"), error);
  std::string line;
  if (!error) asio::read_until(socket, asio::dynamic_buffer(line, kReplyBytesMax), '\n', error);
  if (error) {
    return Error{ErrorKind::kUnavailable, "",
                 "the running server went away before it answered; look whether it still runs, "
                 "then try again"};
  }
  return parse_reply(std::string_view(line).substr(0, line.find('\n')));
}

}  // namespace rebond::operate
