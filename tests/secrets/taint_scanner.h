// Looks for secrets in bytes, however they were written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rebond::testing {

/// Knows some secrets under names of its own, and finds them raw, as hexadecimal digits, in base64,
/// percent-encoded, escaped in JSON and as protobuf prints bytes.
class TaintScanner {
 public:
  /// `secret` must be long enough that chance does not write it: 8 bytes at least.
  void add(std::string name, std::string_view secret);

  /// The names of what stands in the bytes, each once, in the order of add().
  std::vector<std::string> found_in(std::string_view bytes) const;

 private:
  struct Secret {
    std::string name;
    std::vector<std::string> spellings;
  };

  std::vector<Secret> secrets_;
};

}  // namespace rebond::testing
