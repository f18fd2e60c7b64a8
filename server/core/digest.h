// The sum by which two copies of a café are known to be equal (rules DG1 to DG3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "rebond/v1/record.pb.h"

namespace rebond {

/// A number modulo 2^128. Terms can be added and taken away in any order, so a
/// change costs what it touches, not the size of the café.
class Digest {
 public:
  Digest() = default;

  /// The first 16 bytes of the SHA-256 of `bytes`, big-endian.
  static Digest of(std::string_view bytes);

  /// The term of one record.
  static Digest of_record(v1::RecordKind kind, Id id, std::string_view record);

  Digest& operator+=(const Digest& term);
  Digest& operator-=(const Digest& term);
  bool operator==(const Digest&) const = default;

  /// 16 bytes, big-endian.
  std::string bytes() const;
  /// 32 lower-case hexadecimal digits.
  std::string hex() const;

 private:
  std::uint64_t high_ = 0;
  std::uint64_t low_ = 0;
};

}  // namespace rebond
