// Which handler answers which method and path.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "net/http_message.h"

namespace rebond {

struct Site;

/// The segments of a path that "{}" stood for, in order.
using PathParts = std::vector<std::string>;

/// What `request` refers to is valid during the call only.
using Handler = void (*)(Site& site, const HttpRequest& request, const PathParts& parts,
                         Respond respond);

struct Route {
  /// A GET route answers HEAD too.
  std::string_view method;
  /// Such as "/cafes/{}/live": "{}" is any one segment that is not empty.
  std::string_view pattern;
  Handler handler = nullptr;
};

/// What find_route() found.
struct FoundRoute {
  /// Null when no route has this path and method.
  const Route* route = nullptr;
  PathParts parts;
  /// The methods that this path has, "GET, HEAD, POST"; empty when there is no such path.
  std::string allowed;
};

FoundRoute find_route(std::span<const Route> routes, std::string_view method,
                      std::string_view path);

/// The parts of `path`, when it matches.
bool matches(std::string_view pattern, std::string_view path, PathParts& parts);

}  // namespace rebond
