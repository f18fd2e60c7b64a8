// An HTTP request and its response as plain values, without a socket.
#include "net/http_message.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/bytes.h"
#include "net/ascii.h"

namespace rebond {
namespace {

HttpResponse response(unsigned status, std::string content_type, std::string bytes) {
  HttpResponse response;
  response.status = status;
  response.headers.add("Content-Type", std::move(content_type));
  // Answers hold tokens and states: no cache may keep them.
  response.headers.add("Cache-Control", "no-store");
  const SharedBytes shared = share(std::move(bytes));
  response.body = ByteRange{shared, *shared};
  return response;
}

unsigned status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kInvalid:
      return 400;
    case ErrorKind::kNotFound:
      return 404;
    case ErrorKind::kPermission:
      return 401;
    case ErrorKind::kBusy:
    case ErrorKind::kUnavailable:
      return 503;
    case ErrorKind::kIo:
    case ErrorKind::kCorrupt:
      return 500;
  }
  return 500;
}

}  // namespace

std::optional<std::string_view> Headers::find(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const Field& field) {
    return equal_ignoring_case(field.first, name);
  });
  if (found == fields_.end()) return std::nullopt;
  return found->second;
}

std::size_t Headers::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(fields_.begin(), fields_.end(),
                    [&](const Field& field) { return equal_ignoring_case(field.first, name); }));
}

std::string_view path_of(std::string_view target) {
  return target.substr(0, target.find('?'));
}

std::optional<std::string_view> bearer_token(const Headers& headers) {
  static constexpr std::string_view kScheme = "Bearer ";
  const auto value = headers.find("Authorization");
  if (!value || !equal_ignoring_case(value->substr(0, kScheme.size()), kScheme)) {
    return std::nullopt;
  }
  return trimmed(value->substr(kScheme.size()));
}

HttpResponse text_response(unsigned status, std::string text) {
  return response(status, "text/plain; charset=utf-8", std::move(text));
}

HttpResponse json_response(unsigned status, std::string json) {
  return response(status, "application/json", std::move(json) + "\n");
}

HttpResponse error_response(unsigned status, std::string_view message, std::string_view field) {
  const nlohmann::ordered_json json = {{"error", {{"field", field}, {"message", message}}}};
  // What a peer sent may be quoted in the message and need not be UTF-8.
  HttpResponse response = json_response(
      status, json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  if (status == 401) response.headers.add("WWW-Authenticate", "Bearer");
  return response;
}

HttpResponse error_response(const Error& error) {
  return error_response(status_of(error.kind), error.message, error.field);
}

}  // namespace rebond
