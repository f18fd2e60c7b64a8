// Cafés that ask a journal for things, at random.
#pragma once

#include "base/random.h"
#include "tests/store/contents.h"

namespace rebond::power_cut {

/// What some café asks for when the journal holds `contents` and all that was asked before.
Request next_request(const Contents& contents, Random& random);

}  // namespace rebond::power_cut
