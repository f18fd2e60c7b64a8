// Rule ER8: who may read what a café keeps about one person.
#include <gmock/gmock.h>

#include "base/bytes.h"
#include "rebond/v1/frame.pb.h"
#include "tests/net/test_site.h"

namespace rebond {
namespace {

using testing::HasSubstr;

constexpr char kPlan[] = R"({"tables":[{"name":"Chauffage","ideas":[]}]})";
const std::string kOwnToken(kSecretBytes, 'z');

/// Takes what it is sent and reads none of it.
class DeafPeer final : public Peer {
 public:
  void send(Message /*message*/) override {}
  void close(v1::CloseCode /*code*/, const std::string& /*reason*/) override {}
};

/// A café that Zélie has joined, over a connection of her own.
class PersonExport : public testing::Test {
 protected:
  PersonExport() : founded_(json_of(site_.ask(local_request("POST", "/cafes", kPlan)))) {
    Room& room = *site_.rooms.find(founded_["cafe"].get<std::string>());
    const ConnectionId connection = room.connect(peer_);
    v1::ClientFrame frame;
    v1::Hello& hello = *frame.mutable_hello();
    hello.set_protocol_min(1);
    hello.set_protocol_max(1);
    hello.set_token(from_hex(token_of("participant")));
    hello.set_device_key(std::string(kSecretBytes, 'k'));
    send(room, connection, frame);
    // The first device of the café.
    participant_ = make_id(1, 1);
    v1::Command join;
    join.mutable_join()->set_participant(participant_);
    join.mutable_join()->set_token(kOwnToken);
    join.mutable_join()->set_name("Zélie");
    v1::NumberedCommand& numbered = *frame.mutable_commands()->add_commands();
    numbered.set_number(1);
    numbered.set_command(join.SerializeAsString());
    send(room, connection, frame);
  }

  void send(Room& room, ConnectionId connection, const v1::ClientFrame& frame) {
    room.on_frame(connection, frame.SerializeAsString());
    site_.journal.commit();
  }

  std::string token_of(const std::string& role) const {
    const std::string link = founded_["links"][role];
    return link.substr(link.find('#') + 1);
  }

  HttpResponse get(const std::string& token, const std::string& query) {
    const std::string cafe = founded_["cafe"];
    HttpRequest request = hall_request("GET", "/cafes/" + cafe + "/export/person" + query);
    request.headers.add("Authorization", "Bearer " + token);
    return site_.ask(request);
  }
  std::string about_zelie() const { return "?participant=" + std::to_string(participant_); }

  TestSite site_;
  DeafPeer peer_;
  const nlohmann::ordered_json founded_;
  Id participant_ = 0;
};

TEST_F(PersonExport, ER8TheFacilitatorReadsAnybodys) {
  const HttpResponse response = get(token_of("facilitator"), about_zelie());

  ASSERT_EQ(response.status, 200U) << body_of(response);
  EXPECT_EQ(json_of(response)["name"], "Zélie");
}

TEST_F(PersonExport, ER8APersonReadsTheOwnWithoutNamingIt) {
  const HttpResponse response = get(to_hex(kOwnToken), "");

  ASSERT_EQ(response.status, 200U) << body_of(response);
  EXPECT_EQ(json_of(response)["participant"], std::to_string(participant_));
}

TEST_F(PersonExport, ER8NobodyElseReadsAnything) {
  EXPECT_EQ(get(to_hex(kOwnToken), "?participant=7").status, 403U);
  EXPECT_EQ(get(token_of("screen"), about_zelie()).status, 403U);
  EXPECT_EQ(get(token_of("participant"), about_zelie()).status, 403U);
  EXPECT_EQ(get("00112233445566778899aabbccddeeff", about_zelie()).status, 401U);
}

TEST_F(PersonExport, ER8SaysWhichNumberIsMissingOrUnknown) {
  const std::string facilitator = token_of("facilitator");

  EXPECT_EQ(get(facilitator, "").status, 400U);
  EXPECT_EQ(get(facilitator, "?participant=x").status, 400U);
  EXPECT_EQ(get(facilitator, "?participant=4711").status, 404U);
  EXPECT_THAT(body_of(get(facilitator, "")), HasSubstr("participant"));
}

}  // namespace
}  // namespace rebond
