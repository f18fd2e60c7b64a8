// The first inputs of the fuzzers of plans, of HTTP and of what is typed.
#include "base/bytes.h"
#include "store/checked_value.h"
#include "store/keys.h"
#include "tests/fuzz/seeds.h"
#include "tests/fuzz/site.h"

namespace rebond::fuzz {
namespace {

/// A request, after the byte that says from where: L this machine, H the hall.
std::string request(char from, const std::string& line, const std::string& headers = {},
                    const std::string& body = {}) {
  std::string out(1, from);
  out += line + " HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n" + headers;
  if (!body.empty()) out += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return out + "\r\n" + body;
}

std::string bearer(std::string_view token) {
  return "Authorization: Bearer " + std::string(token) + "\r\n";
}

}  // namespace

Seeds plan_seeds(const std::string& json) {
  return {json, R"({"tables":[{"name":"Une"}]})",
          R"({"theme":"é","language":"en","rounds":2,"questions":["Où ?","Comment ?"],)"
          R"("tables":[{"id":"t1","name":"Une","capacity":6,"remote":true,)"
          R"("ideas":[{"id":"t1.1","text":"🙂"}]}]})",
          "\xef\xbb\xbf{\"tables\":[]}"};
}

Seeds http_seeds(const std::string& json) {
  FuzzedSite site;
  const std::string cafe = "/cafes/" + site.links.cafe;
  const std::string token = to_hex(site.links.facilitator);
  const std::string code = site.server.rooms.all().front()->join_code();
  const std::string upgrade =
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: rebond.v1\r\n";
  return {
      request('L', "POST /cafes", "Origin: http://127.0.0.1:8080\r\n", json),
      request('H', "POST /cafes", bearer(TestSite::kAdminToken), R"({"tables":[{"name":"é"}]})"),
      request('L', "POST /cafes", "Transfer-Encoding: chunked\r\n") + "5\r\n{\"a\":\r\n0\r\n\r\n",
      request('H', "POST /join", "", R"({"code":")" + code + "\"}"),
      request('H', "POST /join", "Expect: 100-continue\r\n", R"({"code":"x"})"),
      request('H', "GET " + cafe + "/live", upgrade),
      request('H', "GET " + cafe + "/live", "Origin: null\r\n" + upgrade),
      request('H', "GET " + cafe + "/export/json", bearer(token)),
      request('L', "GET " + cafe + "/file", bearer(token)),
      request('L', "POST /cafes/file", "", "file"),
      request('L', "GET /metrics") + request('L', "HEAD /").substr(1),
      request('H', "GET /healthz?x=1", "Accept-Encoding: gzip\r\nIf-None-Match: \"abc\"\r\n"),
      request('H', "GET " + cafe + "/captain"),
      request('H', "GET /assets/screen-D3b0a1.js", "If-None-Match: \"abc\"\r\n"),
      request('H', "OPTIONS *"),
      request('H', "GET /..%2f../%00"),
  };
}

Seeds parsers_seeds() {
  const std::string token = "00112233445566778899aabbccddeeff";
  // The byte that chooses the reader is the last one; FuzzedDataProvider takes it from there.
  Seeds seeds;
  for (const char* server : {"127.0.0.1:8080", "[::1]:8080", "cafe.local"}) {
    seeds.push_back("http://" + std::string(server) + "/cafes/CAFE234567/captain#" + token + '\0');
    seeds.push_back("http://" + std::string(server) + "/" + '\x01');
  }
  seeds.push_back("k\\" + seal("k", "word") + '\x02');
  seeds.push_back(entry_key("CAFE234567", 7) + '\x02');
  seeds.push_back(private_key("CAFE234567", v1::PRIVATE_KIND_TOKEN, 7) + '\x02');
  seeds.push_back("cards=12\x04");
  return seeds;
}

}  // namespace rebond::fuzz
