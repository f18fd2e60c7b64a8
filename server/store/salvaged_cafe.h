// Writes what was found of one café into a new database.
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "store/database.h"
#include "store/found_cafe.h"
#include "store/salvage.h"

namespace rebond {

/// Gives the café its next life, and keeps its entries up to found.savable(), its snapshot and its
/// private records. `database` must not hold it yet. Fails with kIo, or with kInvalid when its
/// device numbers are used up.
Result<SalvagedCafe> write_salvaged(Database& database, FoundCafe found, Random& random);

}  // namespace rebond
