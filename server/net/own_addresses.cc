// The addresses at which this server is reached.
#include "net/own_addresses.h"

#include <algorithm>
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>

namespace rebond {
namespace {

bool is_wildcard(const std::string& host) {
  return host == "0.0.0.0" || host == "::";
}

/// Empty when people cannot reach the machine at this address.
std::string reachable_address(const ifaddrs& interface) {
  if ((interface.ifa_flags & IFF_UP) == 0 || (interface.ifa_flags & IFF_LOOPBACK) != 0) return {};
  if (interface.ifa_addr == nullptr) return {};
  char text[INET6_ADDRSTRLEN] = {};
  if (interface.ifa_addr->sa_family == AF_INET) {
    const auto* v4 = reinterpret_cast<const sockaddr_in*>(interface.ifa_addr);
    inet_ntop(AF_INET, &v4->sin_addr, text, sizeof(text));
    // Addresses that a machine gives itself when no network does.
    return std::string(text).starts_with("169.254.") ? "" : text;
  }
  if (interface.ifa_addr->sa_family == AF_INET6) {
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(interface.ifa_addr);
    if (IN6_IS_ADDR_LINKLOCAL(&v6->sin6_addr)) return {};
    inet_ntop(AF_INET6, &v6->sin6_addr, text, sizeof(text));
  }
  return text;
}

}  // namespace

OwnAddresses::OwnAddresses(const Authority& listen, const std::vector<std::string>& interfaces,
                           bool is_tls)
    : is_tls_(is_tls) {
  std::vector<std::string> reachable{listen.host};
  if (is_wildcard(listen.host)) {
    reachable.clear();
    for (const std::string& address : interfaces) {
      const bool is_ipv6 = address.find(':') != std::string::npos;
      if (!is_ipv6 || listen.host == "::") reachable.push_back(address);
    }
  }
  for (const std::string& host : reachable) {
    own_.push_back({host, listen.port});
    for_people_.push_back((is_tls ? "https://" : "http://") + to_string(own_.back()));
  }
  for (const char* host : {"localhost", "127.0.0.1", "::1"}) own_.push_back({host, listen.port});
}

bool OwnAddresses::contains(const Authority& authority) const {
  return std::find(own_.begin(), own_.end(), authority) != own_.end();
}

std::vector<std::string> interface_addresses() {
  ifaddrs* list = nullptr;
  if (getifaddrs(&list) != 0) return {};
  const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(list, &freeifaddrs);

  std::vector<std::string> addresses;
  for (const ifaddrs* interface = list; interface != nullptr; interface = interface->ifa_next) {
    std::string address = reachable_address(*interface);
    if (!address.empty()) addresses.push_back(std::move(address));
  }
  std::stable_partition(addresses.begin(), addresses.end(), [](const std::string& address) {
    return address.find(':') == std::string::npos;
  });
  return addresses;
}

}  // namespace rebond
