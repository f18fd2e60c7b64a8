// A change of what is never broadcast.
#pragma once

#include <optional>
#include <string>

#include "base/ids.h"
#include "rebond/v1/private.pb.h"

namespace rebond {

/// Puts or removes one private record; durable together with the entry it belongs to.
struct PrivateWrite {
  v1::PrivateKind kind = v1::PRIVATE_KIND_UNSPECIFIED;
  Id id = 0;
  /// The encoded message of its kind; none: the record is removed.
  std::optional<std::string> record;
};

}  // namespace rebond
