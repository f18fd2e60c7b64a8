// Faults that a network or a careless server would make of what a client sends.
#pragma once

#include <string>

#include "tests/simulation/setting.h"

namespace rebond::sim {

/// The message as the server gets it: changed when such a fault is planted.
std::string tampered(const Setting& setting, std::string message);

}  // namespace rebond::sim
