// What became of a command.
#pragma once

#include <string>
#include <vector>

#include "base/ids.h"
#include "rebond/v1/result.pb.h"

namespace rebond {

struct Outcome {
  CommandNumber number = 0;
  bool accepted = false;
  /// The entry that says it; 0: accepted in private, or so long ago that it is forgotten.
  Seq seq = 0;
  /// The ids that the server gave, where it gave any.
  std::vector<Id> ids;
  /// Why not, when it was not accepted.
  v1::Rejection rejection;
};

/// "ROUND_CLOSED" for REJECTION_CODE_ROUND_CLOSED; the number for a code of a newer server.
std::string rejection_name(v1::RejectionCode code);

}  // namespace rebond
