// Where the certificate of the server comes from.
#pragma once

#include <filesystem>

namespace rebond {

/// Two PEM files. Without them the server speaks plain HTTP.
struct TlsSettings {
  /// The certificate, then those that lead from it to a root.
  std::filesystem::path certificate;
  std::filesystem::path key;
  /// The server makes both files, and makes them again when they no longer fit.
  bool self_signed = false;
};

}  // namespace rebond
