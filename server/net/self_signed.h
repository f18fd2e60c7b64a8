// The certificate that the server makes for itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "net/certificate.h"
#include "net/tls_settings.h"

namespace rebond {

/// What people may call this machine: "localhost", its host name, "rebond.local", the loopback
/// addresses and `interfaces`.
std::vector<std::string> names_of_this_machine(const std::vector<std::string>& interfaces);

/// A fresh key with a certificate for `names` (host names and IP addresses), valid from a day
/// before `wall_ms` for as long as every browser accepts.
Result<KeyPair> make_self_signed(const std::vector<std::string>& names, double wall_ms);

/// Makes both files, the key readable by its owner only, when they are missing, cannot be used,
/// lack one of `names` or expire within a month. Fails when they cannot be written.
Result<void> keep_self_signed(const TlsSettings& files, const std::vector<std::string>& names,
                              double wall_ms);

/// For stderr: how people come to trust the certificate.
std::string how_to_trust(const TlsSettings& files, const X509& certificate, std::string_view url);

}  // namespace rebond
