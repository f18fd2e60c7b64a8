// A client on a plain socket: says exactly what a test wants, right or wrong.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "net/http_message.h"

namespace rebond {

struct Answer {
  unsigned status = 0;
  Headers headers;
  std::string body;
};

/// A WebSocket frame. `opcode` as in RFC 6455: 1 text, 2 binary, 8 close, 9 ping, 10 pong.
struct Frame {
  unsigned opcode = 0;
  std::string payload;
  /// FIN and RSV1 to RSV3, where they stand in the first byte.
  unsigned bits = 0;
  bool masked = false;

  /// The code of a close frame, 0 when it has none.
  unsigned close_code() const;
};

/// Blocking, with a deadline of some seconds for everything that is waited for.
class RawClient {
 public:
  /// Connects to the loopback address. `receive_buffer` 0: the system's size.
  explicit RawClient(std::uint16_t port, int receive_buffer = 0);
  virtual ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// False when the server has closed the connection.
  bool send(std::string_view bytes);

  /// The next response; none when the connection ends or nothing comes. `to_head`: the answer to
  /// a HEAD request has no body.
  std::optional<Answer> answer(bool to_head = false);

  /// Sends a request with the usual headers; `more` are further lines that end in "\r\n".
  std::optional<Answer> get(std::string_view target, std::string_view more = {});
  std::optional<Answer> post(std::string_view target, std::string_view body,
                             std::string_view more = {});

  /// Asks for a WebSocket with the subprotocol; `more` are further lines.
  std::optional<Answer> upgrade(std::string_view target, std::string_view more = {});

  /// Sends one masked frame.
  bool send_frame(unsigned opcode, std::string_view payload, bool final = true);

  /// The next frame; none when the connection ends or nothing comes.
  std::optional<Frame> frame();
  /// The code of the next close frame, skipping what comes before, and answers it; 0 when none
  /// comes.
  unsigned close_code();

  /// Waits until the server has ended the connection, without reading.
  bool is_cut_off();

 protected:
  /// How many bytes were taken or given; 0 or less when the connection ends or nothing comes.
  virtual long write_some(std::string_view bytes);
  virtual long read_some(char* bytes, std::size_t size);

  int socket_ = -1;

 private:
  bool receive();
  std::optional<std::string> take(std::size_t bytes);

  std::uint16_t port_;
  std::string received_;
};

}  // namespace rebond
