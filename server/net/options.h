// The command line of rebond-server.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "base/limits.h"
#include "net/authority.h"
#include "net/tls_settings.h"

namespace rebond {

struct Options {
  std::filesystem::path data;
  Authority listen{"127.0.0.1", 8080};
  std::filesystem::path admin_token_file;
  std::optional<std::filesystem::path> web_root;
  Limits limits;
  /// None: as the disk is large (SpaceGuard).
  std::optional<std::uint64_t> min_free_bytes;
  std::optional<TlsSettings> tls;
  std::string log_level = "info";
};

/// Why no server is to be started: help that was asked for, or a wrong command line.
struct NoStart {
  int exit_code = 0;
  std::string out;
  std::string err;
};

std::variant<Options, NoStart> parse_options(int argc, const char* const* argv);

}  // namespace rebond
