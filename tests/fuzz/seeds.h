// The first inputs of each fuzzer, made from the real café.
#pragma once

#include <string>
#include <vector>

#include "core/plan.h"

namespace rebond::fuzz {

/// Inputs, in order.
using Seeds = std::vector<std::string>;

Seeds decide_seeds(const Plan& plan);
Seeds frame_seeds(const Plan& plan);
Seeds server_frame_seeds(const Plan& plan);
Seeds snapshot_seeds(const Plan& plan);
Seeds plan_seeds(const std::string& json);
Seeds http_seeds(const std::string& json);
Seeds parsers_seeds();

}  // namespace rebond::fuzz
