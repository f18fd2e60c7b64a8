// POST /cafes and POST /join: the ways into a café.
#include "net/cafe_routes.h"

#include <cctype>
#include <nlohmann/json.hpp>
#include <openssl/crypto.h>

#include "base/bytes.h"
#include "base/hash.h"
#include "net/gate.h"
#include "net/site.h"

namespace rebond {
namespace {

using Json = nlohmann::ordered_json;

bool is_admin(const Site& site, const HttpRequest& request) {
  const auto token = bearer_token(request.headers);
  if (!token || site.admin_token.empty()) return false;
  // Hashes have one length, and the time to compare them says nothing about the tokens.
  const auto given = sha256(*token);
  const auto expected = sha256(site.admin_token);
  return CRYPTO_memcmp(given.data(), expected.data(), expected.size()) == 0;
}

/// Makes the links of one café, at the address that the client used.
class LinkWriter {
 public:
  LinkWriter(const HttpRequest& request, const CafeId& cafe)
      : cafe_url_(base_url(request) + "/cafes/" + cafe + "/") {}

  std::string link(std::string_view role, std::string_view token) const {
    return cafe_url_ + std::string(role) + "#" + to_hex(token);
  }

 private:
  std::string cafe_url_;
};

Json to_json(const CafeLinks& links, const LinkWriter& writer) {
  Json captains = Json::array();
  for (const std::string& token : links.captains) captains.push_back(writer.link("captain", token));
  // 64-bit values are decimal strings: not every reader of JSON keeps all their digits.
  return {{"cafe", links.cafe},
          {"epoch", std::to_string(links.epoch)},
          {"links",
           {{"facilitator", writer.link("facilitator", links.facilitator)},
            {"screen", writer.link("screen", links.screen)},
            {"captains", std::move(captains)},
            {"participant", writer.link("participant", links.participant)},
            {"remote", writer.link("remote", links.remote)},
            {"expert", writer.link("expert", links.expert)}}}};
}

/// The code of {"code": "…"} as it was given out, however it was typed; empty when there is none.
std::string code_of(const std::string& body) {
  const Json json = Json::parse(body, nullptr, false);
  if (!json.is_object() || !json.contains("code") || !json["code"].is_string()) return {};
  std::string code;
  for (const char c : json["code"].get_ref<const std::string&>()) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) code += static_cast<char>(std::toupper(byte));
  }
  return code;
}

}  // namespace

bool may_found(const Site& site, const HttpRequest& request) {
  return is_local(request, site.own) || is_admin(site, request);
}

HttpResponse read_only_response() {
  return error_response(503, "the disk of the server is nearly full; make room and try again");
}

void found_cafe(Site& site, const HttpRequest& request, const PathParts& /*parts*/,
                Respond respond) {
  if (!may_found(site, request)) {
    respond(error_response(401, "send the admin token of the server as Authorization: Bearer",
                           "Authorization"));
    return;
  }
  if (site.read_only) {
    respond(read_only_response());
    return;
  }
  const Result<Plan> plan = parse_plan(request.body);
  if (!plan) {
    respond(error_response(plan.error()));
    return;
  }
  site.rooms.found(*plan, [request, respond](const Result<CafeLinks>& links) {
    if (!links) {
      respond(error_response(links.error()));
      return;
    }
    respond(json_response(201, to_json(*links, LinkWriter(request, links->cafe)).dump()));
  });
}

void join_by_code(Site& site, const HttpRequest& request, const PathParts& /*parts*/,
                  Respond respond) {
  if (!site.join_attempts.allowed(request.remote_address)) {
    HttpResponse response =
        error_response(429, "too many wrong codes came from here; wait a minute and try again");
    response.headers.add("Retry-After", "60");
    respond(std::move(response));
    return;
  }
  const std::string code = code_of(request.body);
  if (code.empty()) {
    respond(error_response(400, "send the code of the café as {\"code\":\"…\"}", "code"));
    return;
  }
  Room* room = site.rooms.find_by_join_code(code);
  if (room == nullptr) {
    site.join_attempts.note_wrong(request.remote_address);
    respond(error_response(404, "no café has this code; compare it with the screen", "code"));
    return;
  }
  if (site.read_only) {
    respond(read_only_response());
    return;
  }
  const LinkWriter writer(request, room->id());
  room->mint_participant_token([writer, respond](const std::string& token) {
    respond(json_response(200, Json{{"link", writer.link("participant", token)}}.dump()));
  });
}

}  // namespace rebond
