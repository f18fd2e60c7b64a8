// What simulated people do with what ideas become, and with what is their own.
#pragma once

#include <string>

#include "base/random.h"
#include "clients/cpp/client_session.h"
#include "rebond/v1/command.pb.h"

namespace rebond::sim {

/// Anything that the role of the session may do now and then, often what is refused.
void act_on_the_harvest(v1::Command& command, Random& random, ClientSession& session,
                        const std::string& words);

}  // namespace rebond::sim
