// An HTTP request and its response as plain values, without a socket.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "live/message.h"

namespace rebond {

/// The fields of a header, in order. Names are compared without regard to case.
class Headers {
 public:
  using Field = std::pair<std::string, std::string>;

  Headers() = default;
  Headers(std::initializer_list<Field> fields) : fields_(fields) {}

  void add(std::string name, std::string value) {
    fields_.emplace_back(std::move(name), std::move(value));
  }

  /// The value of the first field with this name. Valid until the next add().
  std::optional<std::string_view> find(std::string_view name) const;

  std::size_t count(std::string_view name) const;

  std::vector<Field>::const_iterator begin() const { return fields_.begin(); }
  std::vector<Field>::const_iterator end() const { return fields_.end(); }

 private:
  std::vector<Field> fields_;
};

struct HttpRequest {
  std::string method;
  /// Path and query, as sent.
  std::string target;
  Headers headers;
  std::string body;
  /// The peer's IP address.
  std::string remote_address;
  bool remote_is_loopback = false;
  /// It came over TLS.
  bool is_tls = false;
};

struct HttpResponse {
  unsigned status = 200;
  Headers headers;
  ByteRange body;
};

/// Called once, on the thread of the cafés; may be called from inside the function it is given to.
using Respond = std::function<void(HttpResponse)>;

/// The target without its query.
std::string_view path_of(std::string_view target);

/// The credentials of "Authorization: Bearer …".
std::optional<std::string_view> bearer_token(const Headers& headers);

HttpResponse text_response(unsigned status, std::string text);
/// `json` is a finished document.
HttpResponse json_response(unsigned status, std::string json);
/// {"error":{"field":…,"message":…}}
HttpResponse error_response(unsigned status, std::string_view message, std::string_view field = {});
/// The same with the status that fits the kind of the error.
HttpResponse error_response(const Error& error);

}  // namespace rebond
