// A conversation over one WebSocket: what a case says, and the story of what comes back.
#pragma once

#include <gtest/gtest.h>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/net/raw_client.h"

namespace rebond::conformance {

/// What the server does, in order, one line each:
///
///   "answer 7"     the answer to question(7)
///   "pong PAYLOAD"
///   "close 1002"   a close frame; "close" when it has no code
///   "end"          the server has ended the connection
///
/// What the café says of its own accord (Welcome, a snapshot, presence) is left out.
using Story = std::vector<std::string>;

class Talk {
 public:
  enum class Stage { kUpgraded, kGreeted };

  /// Greeted: the snapshot and the first presence have been read, the server is silent.
  explicit Talk(Stage stage = Stage::kGreeted);
  /// Has said Hello and has room for the first part of the snapshot only.
  static std::unique_ptr<Talk> stuck();

  /// False when the server has ended the connection.
  bool say(std::string_view bytes) { return client_.send(bytes); }

  /// The next line of the story.
  std::string next();
  /// All lines that are left. A close frame is answered as a good client does, once.
  Story rest();

  /// Every frame so far was as a server's must be: not masked, not in fragments, no reserved bits.
  bool frames_were_right() const { return frames_were_right_; }

  RawClient& client() { return client_; }

 private:
  Talk(Stage stage, int receive_buffer);
  void read_greeting();

  RawClient client_;
  bool frames_were_right_ = true;
};

/// One case: after the greeting `first` is said and answered with `lines`; then `last` is said, and
/// `ending` is the rest of the story.
struct Case {
  std::string name;
  std::string first;
  Story lines;
  std::string last;
  Story ending;
};

/// `bytes` are answered with `lines`, and the connection goes on.
Case borne(std::string name, std::string bytes, Story lines);
/// `bytes` break a rule: nothing but a close frame with `code` answers them.
Case failing(std::string name, std::string bytes, unsigned code = 1002);
/// The same, behind something that is in order.
Case failing_behind(std::string name, std::string first, Story lines, std::string bytes);
/// `bytes` close the connection, and `ending` is the whole story.
Case closing(std::string name, std::string bytes, Story ending);

/// The tables of all sections run as "Section5_2/Conversation.WS1FollowsRfc6455/Name"; a name ends
/// in the number of the same case in the Autobahn test suite, where there is one.
class Conversation : public testing::TestWithParam<Case> {};

std::string name_of(const testing::TestParamInfo<Case>& info);

/// For GoogleTest: the name says it all.
inline void PrintTo(const Case& tried, std::ostream* out) {
  *out << tried.name;
}

}  // namespace rebond::conformance
