// The secret of who may found cafés from another machine.
#pragma once

#include <filesystem>
#include <string>

#include "base/random.h"
#include "base/result.h"

namespace rebond {

/// Reads the token from `file`; makes the file, readable by its owner only, when it is missing.
/// Fails when the file cannot be read or made, or holds no token.
Result<std::string> admin_token_of(const std::filesystem::path& file, Random& random);

}  // namespace rebond
