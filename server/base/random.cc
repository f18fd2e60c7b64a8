// Chance as an input.
#include "base/random.h"

#include <openssl/rand.h>

#include "base/bytes.h"
#include "base/check.h"

namespace rebond {

std::string Random::bytes(std::size_t size) {
  std::string out;
  while (out.size() < size) append_u64(out, next_u64());
  out.resize(size);
  return out;
}

std::string Random::readable(std::size_t size) {
  // Twenty of them. No 0 O, 1 I L, 2 Z, 5 S, 8 B, U V; no vowel, so that no word appears.
  static constexpr char kAlphabet[] = "CDFGHJKMNPQRTWX34679";
  std::string out;
  while (out.size() < size) out += kAlphabet[below(sizeof(kAlphabet) - 1)];
  return out;
}

std::uint64_t SystemRandom::next_u64() {
  unsigned char buffer[8];
  CHECK(RAND_bytes(buffer, sizeof(buffer)) == 1);
  return read_u64({reinterpret_cast<const char*>(buffer), sizeof(buffer)});
}

}  // namespace rebond
