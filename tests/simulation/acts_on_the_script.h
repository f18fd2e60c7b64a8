// What simulated people do with the script, the people, the seats and the suggestions.
#pragma once

#include <string>

#include "base/random.h"
#include "clients/cpp/client_session.h"
#include "rebond/v1/command.pb.h"

namespace rebond::sim {

/// Anything that the role of the session may do now and then, often what is refused.
void act_on_the_script(v1::Command& command, Random& random, ClientSession& session,
                       const std::string& words);

}  // namespace rebond::sim
