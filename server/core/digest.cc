// The sum by which two copies of a café are known to be equal (rules DG1 to DG3).
#include "core/digest.h"

#include "base/bytes.h"
#include "base/hash.h"

namespace rebond {

Digest Digest::of(std::string_view bytes) {
  const std::string hash = hashed(bytes);
  Digest digest;
  digest.high_ = read_u64(hash);
  digest.low_ = read_u64(std::string_view(hash).substr(8));
  return digest;
}

Digest Digest::of_record(v1::RecordKind kind, Id id, std::string_view record) {
  std::string bytes(1, '\x01');
  append_u32(bytes, static_cast<std::uint32_t>(kind));
  append_u64(bytes, id);
  bytes.append(record);
  return of(bytes);
}

Digest& Digest::operator+=(const Digest& term) {
  low_ += term.low_;
  high_ += term.high_ + (low_ < term.low_ ? 1 : 0);
  return *this;
}

Digest& Digest::operator-=(const Digest& term) {
  high_ -= term.high_ + (low_ < term.low_ ? 1 : 0);
  low_ -= term.low_;
  return *this;
}

std::string Digest::bytes() const {
  std::string out;
  append_u64(out, high_);
  append_u64(out, low_);
  return out;
}

std::string Digest::hex() const {
  return to_hex(bytes());
}

}  // namespace rebond
