// One HTTP request at a time.
#pragma once

#include <chrono>
#include <string>

#include "base/result.h"
#include "clients/cpp/address.h"

namespace rebond {

struct HttpCall {
  ServerAddress server;
  std::string method = "GET";
  /// The path, "/cafes".
  std::string target;
  /// Sent as "Authorization: Bearer …" when not empty.
  std::string bearer;
  std::string content_type = "application/json";
  std::string body;
  std::chrono::milliseconds timeout{10'000};
};

struct HttpReply {
  unsigned status = 0;
  std::string content_type;
  std::string body;
};

/// Sends it and waits for the whole answer, of at most 64 MiB. Blocks. Fails with kUnavailable when
/// the server cannot be reached or does not answer in time; any status is a success.
Result<HttpReply> http_exchange(const HttpCall& request);

}  // namespace rebond
