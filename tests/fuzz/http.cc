// Any bytes as HTTP requests: each is answered once, by a response that nobody can twist.
#include <boost/asio/buffer.hpp>
#include <boost/beast/http.hpp>
#include <nlohmann/json.hpp>
#include <optional>

#include "net/upgrade.h"
#include "tests/fuzz/quiet.h"
#include "tests/fuzz/site.h"

namespace rebond::fuzz {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Parser = http::request_parser<http::string_body>;
using ErrorCode = boost::system::error_code;

constexpr int kRequestsMax = 8;

std::string text(boost::beast::string_view view) {
  return {view.data(), view.size()};
}

/// Gives the parser bytes until it is satisfied; false when they are no request, or too few.
template <typename Done>
bool feed(Parser& parser, std::string_view& bytes, Done done) {
  while (!done()) {
    ErrorCode error;
    const std::size_t used = parser.put(asio::buffer(bytes.data(), bytes.size()), error);
    bytes.remove_prefix(used);
    if (error || (used == 0 && !done())) return done();
  }
  return true;
}

/// One request, read in the two steps of HttpSession; none when there is no whole one.
std::optional<HttpRequest> read(std::string_view& bytes, const Site& site) {
  Parser parser;
  parser.header_limit(site.limits.http_header_bytes);
  parser.body_limit(site.limits.plan_bytes);
  if (!feed(parser, bytes, [&] { return parser.is_header_done(); })) return std::nullopt;
  HttpRequest request;
  request.method = text(parser.get().method_string());
  request.target = text(parser.get().target());
  for (const auto& field : parser.get()) {
    request.headers.add(text(field.name_string()), text(field.value()));
  }
  parser.body_limit(body_bytes_max(site, request));
  if (!feed(parser, bytes, [&] { return parser.is_done(); })) return std::nullopt;
  request.body = std::move(parser.get().body());
  return request;
}

void check(const HttpResponse& response) {
  CHECK(response.status >= 200 && response.status <= 599);
  for (const auto& [name, value] : response.headers) {
    CHECK(!name.empty());
    // A line break in a header would let a request write a second response.
    CHECK(name.find_first_of(std::string_view("\r\n\0: ", 5)) == std::string::npos);
    CHECK(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
  }
  if (response.headers.find("Content-Type") == "application/json" && response.status != 200) {
    CHECK(nlohmann::json::accept(response.body.bytes));
  }
}

void answer(TestSite& server, const HttpRequest& request) {
  if (is_live_upgrade(request)) {
    const auto decided = decide_upgrade(server.site, request, true);
    if (const auto* refusal = std::get_if<HttpResponse>(&decided)) check(*refusal);
    return;
  }
  int answers = 0;
  route(server.site, request, [&](const HttpResponse& response) {
    ++answers;
    check(response);
  });
  while (server.journal.commit() != 0) {
  }
  CHECK(answers == 1);
}

}  // namespace
}  // namespace rebond::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  rebond::fuzz::FuzzedSite site;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // The first byte says from where.
  const bool is_local = bytes.front() == 'L';
  bytes.remove_prefix(1);
  for (int left = rebond::fuzz::kRequestsMax; left > 0; --left) {
    auto request = rebond::fuzz::read(bytes, site.server.site);
    if (!request) break;
    request->remote_is_loopback = is_local;
    request->remote_address = is_local ? "127.0.0.1" : "192.168.1.77";
    rebond::fuzz::answer(site.server, *request);
  }
  return 0;
}
