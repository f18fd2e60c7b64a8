// The certificate that the server shows, and its renewal while it runs.
#include "net/tls_identity.h"

#include <spdlog/spdlog.h>

#include "base/iso_time.h"
#include "net/self_signed.h"
#include "net/tls_context.h"

namespace rebond {
namespace {

constexpr double kWarnBeforeMs = 14.0 * 86'400'000;

/// Devices would refuse it, one by one, in front of the hall.
Result<void> check_validity(const TlsSettings& settings, const X509& certificate, double wall_ms) {
  const Validity validity = validity_of(certificate);
  const std::string file = "the certificate in " + settings.certificate.string();
  if (wall_ms < validity.from_ms) {
    return Error{ErrorKind::kInvalid, "--tls-cert",
                 file + " is valid only from " + iso_time(validity.from_ms) +
                     " on; check the date of this machine"};
  }
  if (wall_ms > validity.until_ms) {
    return Error{ErrorKind::kInvalid, "--tls-cert",
                 file + " expired at " + iso_time(validity.until_ms) +
                     "; renew it, or start with --tls-self-signed"};
  }
  if (wall_ms > validity.until_ms - kWarnBeforeMs) {
    spdlog::warn("{} expires at {}: renew it", file, iso_time(validity.until_ms));
  }
  return {};
}

}  // namespace

Result<TlsIdentity> TlsIdentity::open(TlsSettings settings, Names names, const Clock& clock) {
  TlsIdentity identity(std::move(settings), std::move(names), clock);
  if (Result<void> loaded = identity.reload(); !loaded) return loaded.error();
  return identity;
}

Result<void> TlsIdentity::reload() {
  if (settings_.self_signed) {
    if (Result<void> kept = keep_self_signed(settings_, names_(), clock_->wall_ms()); !kept) {
      return kept;
    }
  }
  Result<KeyPair> pair = read_key_pair(settings_.certificate, settings_.key);
  if (!pair) return pair.error();
  if (Result<void> valid = check_validity(settings_, *pair->certificate, clock_->wall_ms());
      !valid) {
    return valid;
  }
  Result<boost::asio::ssl::context> context = make_tls_context(*pair);
  if (!context) return context.error();
  pair_ = *std::move(pair);
  context_ = *std::move(context);
  return {};
}

}  // namespace rebond
