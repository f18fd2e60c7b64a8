// The certificate that the server shows, and its renewal while it runs.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <functional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "net/certificate.h"
#include "net/tls_settings.h"

namespace rebond {

/// Used on one thread.
class TlsIdentity {
 public:
  /// What the machine is called now; for certificates that the server makes.
  using Names = std::function<std::vector<std::string>()>;

  /// Reads the files, or makes them. Fails when they cannot be used, or are not valid today.
  static Result<TlsIdentity> open(TlsSettings settings, Names names, const Clock& clock);

  /// The same again; after a failure everything stays as it was. Connections that exist keep what
  /// they have.
  Result<void> reload();

  /// For the next connection; valid until reload().
  boost::asio::ssl::context& context() { return context_; }

  const X509& certificate() const { return *pair_.certificate; }
  const TlsSettings& settings() const { return settings_; }

 private:
  TlsIdentity(TlsSettings settings, Names names, const Clock& clock)
      : settings_(std::move(settings)), names_(std::move(names)), clock_(&clock) {}

  TlsSettings settings_;
  Names names_;
  const Clock* clock_;
  KeyPair pair_;
  boost::asio::ssl::context context_{boost::asio::ssl::context::tls_server};
};

}  // namespace rebond
