// The link that somebody was handed: which café, as whom, with which secret.
#pragma once

#include <string>
#include <string_view>

#include "base/ids.h"
#include "base/result.h"
#include "clients/cpp/address.h"

namespace rebond {

/// "http://HOST:PORT/cafes/ID/ROLE#TOKEN", taken apart.
struct CafeLink {
  ServerAddress server;
  CafeId cafe;
  /// What the link says; what the token really opens is in Welcome.
  std::string role;
  /// 16 bytes.
  std::string token;

  /// Where the café's WebSocket is: "/cafes/ID/live".
  std::string live_path() const { return "/cafes/" + cafe + "/live"; }
  /// Where the café's trace is: "/cafes/ID/export/FORMAT".
  std::string export_path(std::string_view format) const;
  /// Where the whole café as one file is: "/cafes/ID/file".
  std::string file_path() const { return "/cafes/" + cafe + "/file"; }
};

/// Spaces and newlines around the link do not matter. The error never quotes the link: it is a
/// secret.
Result<CafeLink> parse_link(std::string_view text);

}  // namespace rebond
