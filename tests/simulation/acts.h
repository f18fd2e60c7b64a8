// What simulated people do.
#pragma once

#include <string>

#include "base/random.h"
#include "clients/cpp/client_session.h"

namespace rebond::sim {

/// A random command of the person's role, sensible or not, with `words` where it writes some.
v1::Command random_command(Random& random, ClientSession& session, const std::string& words);

}  // namespace rebond::sim
