// A client that greets and then reads no more.
#pragma once

#include <cstdint>
#include <string>

namespace rebond::testing {

/// A WebSocket by hand, so that nothing reads behind our back.
class StubbornReader {
 public:
  /// Connects with a link and says Hello.
  explicit StubbornReader(const std::string& link);
  ~StubbornReader();
  StubbornReader(const StubbornReader&) = delete;
  StubbornReader(StubbornReader&&) = delete;
  StubbornReader& operator=(const StubbornReader&) = delete;
  StubbornReader& operator=(StubbornReader&&) = delete;

  /// The server has answered the Hello.
  bool is_greeted() const { return greeted_; }

  /// The connection ended without a close frame.
  static constexpr std::uint16_t kCut = 1006;

  /// Reads all that was sent, up to the close frame: its code, kCut when there was none, 0 when the
  /// connection is still open and nothing comes.
  std::uint16_t read_until_closed();

 private:
  bool read_exactly(std::size_t size, std::string& out);
  /// The next frame; its opcode, 0 when the connection ended.
  unsigned read_frame(std::string& payload);
  void write_frame(const std::string& payload) const;

  int socket_ = -1;
  bool greeted_ = false;
  bool cut_ = false;
};

}  // namespace rebond::testing
