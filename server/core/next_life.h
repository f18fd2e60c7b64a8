// How a café begins another life: after a restore, a move or a rewrite of its history.
#pragma once

#include <vector>

#include "base/result.h"
#include "core/private_write.h"
#include "rebond/v1/private.pb.h"

namespace rebond {

/// The header of the café's next life: clients notice by the epoch that what they knew may be
/// gone, and devices get numbers that nobody had before, not even after the copy was made.
///
/// `private_records` are those of the café; `epoch` is random. Fails with kInvalid when the device
/// numbers are used up, after some thousand lives.
Result<v1::CafeHeader> next_life(v1::CafeHeader header,
                                 const std::vector<PrivateWrite>& private_records, Epoch epoch);

}  // namespace rebond
