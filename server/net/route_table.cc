// Which handler answers which method and path.
#include "net/route_table.h"

namespace rebond {
namespace {

/// Cuts the first segment off, with the slash before it.
std::string_view cut_segment(std::string_view& path) {
  path.remove_prefix(1);
  const std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

}  // namespace

bool matches(std::string_view pattern, std::string_view path, PathParts& parts) {
  parts.clear();
  while (pattern.starts_with('/') && path.starts_with('/')) {
    const std::string_view expected = cut_segment(pattern);
    const std::string_view segment = cut_segment(path);
    if (expected == "{}" && !segment.empty()) {
      parts.emplace_back(segment);
    } else if (expected != segment) {
      return false;
    }
  }
  return pattern.empty() && path.empty();
}

FoundRoute find_route(std::span<const Route> routes, std::string_view method,
                      std::string_view path) {
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  FoundRoute found;
  for (const Route& route : routes) {
    PathParts parts;
    if (!matches(route.pattern, path, parts)) continue;
    if (route.method == wanted && found.route == nullptr) {
      found.route = &route;
      found.parts = std::move(parts);
    }
    if (found.allowed.find(route.method) != std::string::npos) continue;
    found.allowed += found.allowed.empty() ? "" : ", ";
    found.allowed += route.method == "GET" ? "GET, HEAD" : route.method;
  }
  return found;
}

}  // namespace rebond
