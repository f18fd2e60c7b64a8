// RFC 6455, section 5.2 and the sentence of 5.4 that says it: where TCP cuts the bytes says
// nothing.
#include <gmock/gmock.h>

#include "tests/conformance/conversation.h"
#include "tests/conformance/frames.h"
#include "tests/conformance/handshake_request.h"
#include "tests/conformance/live_server.h"

namespace rebond::conformance {
namespace {

using testing::ElementsAre;

/// The server reads each byte before the next one is sent.
void say_byte_by_byte(RawClient& client, std::string_view bytes) {
  for (const char byte : bytes) {
    client.send({&byte, 1});
    let_the_server_catch_up();
  }
}

TEST(Segments, HandshakeHelloAndMessagesByteByByte) {
  RawClient client(live_server().port);
  say_byte_by_byte(client, HandshakeRequest().bytes());
  const auto answer = client.answer();
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->status, 101U);

  Talk talk;
  say_byte_by_byte(talk.client(), binary(question(1)));
  EXPECT_EQ(talk.next(), "answer 1");
}

TEST(Segments, GreetingByteByByte) {
  Talk talk(Talk::Stage::kUpgraded);
  say_byte_by_byte(talk.client(), binary(live_server().hello));
  say_byte_by_byte(talk.client(), fragments({question(1).substr(0, 4), question(1).substr(4)}));
  say_byte_by_byte(talk.client(), ping("now") + close(1000));
  EXPECT_THAT(talk.rest(), ElementsAre("answer 1", "pong now", "close 1000", "end"));
}

TEST(Segments, EveryCutOfAMessageInTwo) {
  Talk talk;
  const std::string bytes = binary(question(1));
  for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
    talk.say(bytes.substr(0, cut));
    let_the_server_catch_up();
    talk.say(bytes.substr(cut));
    ASSERT_EQ(talk.next(), "answer 1") << "cut before byte " << cut;
  }
}

TEST(Segments, EveryCutOfALongLengthInTwo) {
  Talk talk;
  const std::string bytes = binary(question(1, 65'536));
  for (std::size_t cut = 1; cut < 20; ++cut) {
    talk.say(bytes.substr(0, cut));
    let_the_server_catch_up();
    talk.say(bytes.substr(cut));
    ASSERT_EQ(talk.next(), "answer 1") << "cut before byte " << cut;
  }
}

TEST(Segments, ManyMessagesInOneSegment) {
  Talk talk;
  std::string bytes;
  Story answers;
  for (int i = 1; i <= 100; ++i) {
    bytes += binary(question(i));
    answers.push_back("answer " + std::to_string(i));
  }
  talk.say(bytes);
  for (const std::string& answer : answers) ASSERT_EQ(talk.next(), answer);
}

}  // namespace
}  // namespace rebond::conformance
