// SHA-256.
#include "base/hash.h"

#include <openssl/sha.h>

namespace rebond {

std::array<unsigned char, 32> sha256(std::string_view bytes) {
  std::array<unsigned char, 32> out{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), out.data());
  return out;
}

std::string hashed(std::string_view secret) {
  const auto hash = sha256(secret);
  return {hash.begin(), hash.end()};
}

}  // namespace rebond
