// The addresses at which this server is reached.
#pragma once

#include <string>
#include <vector>

#include "net/authority.h"

namespace rebond {

/// Computed once, when the server knows its port.
class OwnAddresses {
 public:
  /// `listen` is the address that the server listens on, `interfaces` are the addresses of the
  /// machine; they matter when `listen` is a wildcard. `is_tls`: it speaks https, not http.
  OwnAddresses(const Authority& listen, const std::vector<std::string>& interfaces,
               bool is_tls = false);

  /// Whether a client that names the server so means this one.
  bool contains(const Authority& authority) const;

  bool is_tls() const { return is_tls_; }

  /// Where people can go, best first: "http://192.168.1.20:8080".
  const std::vector<std::string>& for_people() const { return for_people_; }

 private:
  bool is_tls_;
  std::vector<Authority> own_;
  std::vector<std::string> for_people_;
};

/// The addresses of the machine's interfaces that are up, without loopback and link-local ones;
/// IPv4 first. Empty when the system does not tell.
std::vector<std::string> interface_addresses();

}  // namespace rebond
