// RFC 6455, sections 4.1, 4.2, 4.4, 9.1 and 11.3: the opening handshake and its refusals.
#include <gmock/gmock.h>

#include "tests/conformance/conversation.h"
#include "tests/conformance/frames.h"
#include "tests/conformance/handshake_request.h"
#include "tests/conformance/live_server.h"

namespace rebond::conformance {
namespace {

using testing::Eq;
using testing::Optional;
using testing::ValuesIn;

constexpr char kKey[] = "Sec-WebSocket-Key";
constexpr char kVersion[] = "Sec-WebSocket-Version";
constexpr char kProtocol[] = "Sec-WebSocket-Protocol";
constexpr char kExtensions[] = "Sec-WebSocket-Extensions";

struct Opening {
  std::string name;
  HandshakeRequest request;
  unsigned status = 0;
};

void PrintTo(const Opening& opening, std::ostream* out) {
  *out << opening.name;
}

class Handshake : public testing::TestWithParam<Opening> {};

TEST_P(Handshake, WS2FollowsRfc6455) {
  RawClient client(live_server().port);
  client.send(GetParam().request.bytes());
  const auto answer = client.answer(/*to_head=*/GetParam().status == 426);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, GetParam().status) << answer->body;
  if (GetParam().status == 101) {
    EXPECT_FALSE(answer->headers.find(kExtensions));
    client.send(binary(question(1)));
    // The first message must be Hello: a server that reads frames says so.
    EXPECT_EQ(client.close_code(), 4009U);
  } else {
    EXPECT_FALSE(answer->headers.find("Sec-WebSocket-Accept"));
  }
}

Opening opening(std::string name, HandshakeRequest request, unsigned status) {
  return {std::move(name), std::move(request), status};
}

std::vector<Opening> requests() {
  return {
      opening("AsInTheRfc", HandshakeRequest(), 101),
      opening("Post", HandshakeRequest().method("POST"), 405),
      opening("PostWithABody", HandshakeRequest().method("POST").add("Content-Length", "0"), 405),
      opening("Head", HandshakeRequest().method("HEAD"), 426),
      opening("Http1_0", HandshakeRequest().version("HTTP/1.0"), 426),
      opening("Http2_0", HandshakeRequest().version("HTTP/2.0"), 400),
      opening("AbsoluteTarget", HandshakeRequest().absolute_target(), 404),
      opening("NoHost", HandshakeRequest().drop("Host"), 400),
      opening("TwoHosts", HandshakeRequest().add("Host", "localhost"), 400),
      opening("ForeignOrigin", HandshakeRequest().add("Origin", "http://evil.example"), 403),
      opening("NullOrigin", HandshakeRequest().add("Origin", "null"), 403),
      opening("AnnouncesABody", HandshakeRequest().add("Content-Length", "5"), 400),
      opening("AnnouncesAChunkedBody", HandshakeRequest().add("Transfer-Encoding", "chunked"), 400),
      opening("AnnouncesAnEmptyBody", HandshakeRequest().add("Content-Length", "0"), 101),
      opening("WithABody", HandshakeRequest().add("Content-Length", "5").with("hello"), 400),
      // Section 4.1: the client waits for the answer.
      opening("FramesBehindTheRequest", HandshakeRequest().with(binary(question(1))), 400),
  };
}

std::vector<Opening> upgrade_headers() {
  return {
      opening("NoUpgrade", HandshakeRequest().drop("Upgrade"), 426),
      opening("OtherUpgrade", HandshakeRequest().replace("Upgrade", "h2c"), 426),
      opening("UpgradeInCapitals", HandshakeRequest().replace("Upgrade", "WebSocket"), 101),
      opening("UpgradeAmongOthers", HandshakeRequest().replace("Upgrade", "h2c, websocket"), 101),
      opening("NoConnection", HandshakeRequest().drop("Connection"), 426),
      opening("OtherConnection", HandshakeRequest().replace("Connection", "keep-alive"), 426),
      opening("ConnectionAmongOthers",
              HandshakeRequest().replace("Connection", "keep-alive, Upgrade"), 101),
      opening("NamesInCapitals",
              HandshakeRequest()
                  .drop("Upgrade")
                  .drop("Connection")
                  .add("UPGRADE", "WEBSOCKET")
                  .add("CONNECTION", "UPGRADE"),
              101),
      opening("NamesInSmallLetters",
              HandshakeRequest().drop(kKey).add("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
              101),
  };
}

std::vector<Opening> keys() {
  return {
      opening("NoKey", HandshakeRequest().drop(kKey), 400),
      opening("EmptyKey", HandshakeRequest().replace(kKey, ""), 400),
      opening("KeyOf15Bytes", HandshakeRequest().replace(kKey, "dGhlIHNhbXBsZSBub25j"), 400),
      opening("KeyOf17Bytes", HandshakeRequest().replace(kKey, "dGhlIHNhbXBsZSBub25jZSE="), 400),
      opening("KeyOf18Bytes", HandshakeRequest().replace(kKey, "dGhlIHNhbXBsZSBub25jZSEh"), 400),
      opening("KeyWithoutPadding", HandshakeRequest().replace(kKey, "dGhlIHNhbXBsZSBub25jZQ"), 400),
      opening("KeyNotBase64", HandshakeRequest().replace(kKey, "dGhlIHNhbXBsZSBub25j!Q=="), 400),
      opening("LongKey", HandshakeRequest().replace(kKey, std::string(1'000, 'A')), 400),
      opening("TwoKeys", HandshakeRequest().add(kKey, "dGhlIHNhbXBsZSBub25jZQ=="), 400),
  };
}

std::vector<Opening> versions() {
  return {
      opening("NoVersion", HandshakeRequest().drop(kVersion), 426),
      opening("OldVersion", HandshakeRequest().replace(kVersion, "8"), 426),
      opening("NewVersion", HandshakeRequest().replace(kVersion, "14"), 426),
      opening("VersionNotANumber", HandshakeRequest().replace(kVersion, "13x"), 426),
      opening("TwoVersions", HandshakeRequest().add(kVersion, "13"), 400),
  };
}

std::vector<Opening> protocols_and_extensions() {
  return {
      opening("NoProtocol", HandshakeRequest().drop(kProtocol), 400),
      opening("OtherProtocol", HandshakeRequest().replace(kProtocol, "rebond.v2"), 400),
      opening("EmptyProtocol", HandshakeRequest().replace(kProtocol, ""), 400),
      opening("ProtocolAmongOthers", HandshakeRequest().replace(kProtocol, "other, rebond.v1"),
              101),
      opening("Deflate", HandshakeRequest().add(kExtensions, "permessage-deflate"), 101),
      opening("DeflateWithParameters",
              HandshakeRequest().add(kExtensions,
                                     "permessage-deflate; client_max_window_bits; "
                                     "server_no_context_takeover"),
              101),
      opening("UnknownExtension", HandshakeRequest().add(kExtensions, "bomb; level=9"), 101),
      opening("RubbishInExtensions", HandshakeRequest().add(kExtensions, ";;,=\"\\"), 101),
  };
}

std::string name_of_opening(const testing::TestParamInfo<Opening>& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Section4_2_1_Request, Handshake, ValuesIn(requests()), name_of_opening);
INSTANTIATE_TEST_SUITE_P(Section4_2_1_Upgrade, Handshake, ValuesIn(upgrade_headers()),
                         name_of_opening);
INSTANTIATE_TEST_SUITE_P(Section11_3_1_Key, Handshake, ValuesIn(keys()), name_of_opening);
INSTANTIATE_TEST_SUITE_P(Section4_4_Version, Handshake, ValuesIn(versions()), name_of_opening);
INSTANTIATE_TEST_SUITE_P(Section9_1_ProtocolsAndExtensions, Handshake,
                         ValuesIn(protocols_and_extensions()), name_of_opening);

TEST(Section4_2_2, AnswersWithWhatTheKeyOfTheRfcLeadsTo) {
  RawClient client(live_server().port);
  client.send(HandshakeRequest().bytes());
  const auto answer = client.answer();
  ASSERT_TRUE(answer);
  EXPECT_THAT(answer->headers.find("Sec-WebSocket-Accept"),
              Optional(Eq("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")));
  EXPECT_THAT(answer->headers.find(kProtocol), Optional(Eq("rebond.v1")));
}

TEST(Section4_4, SaysWhichVersionItSpeaks) {
  RawClient client(live_server().port);
  client.send(HandshakeRequest().replace(kVersion, "8").bytes());
  const auto answer = client.answer();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 426U);
  EXPECT_THAT(answer->headers.find(kVersion), Optional(Eq("13")));
}

}  // namespace
}  // namespace rebond::conformance
