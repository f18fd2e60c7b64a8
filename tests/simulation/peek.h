// Looks into a server's message for what the client session keeps to itself.
#pragma once

#include <functional>
#include <string_view>

#include "clients/cpp/outcome.h"
#include "rebond/v1/result.pb.h"

namespace rebond::sim {

/// Visits the results in an encoded ServerFrame, without reading the rest of it.
void each_result(std::string_view message, const std::function<void(const v1::Result&)>& visit);

/// Whether the command is to be sent again: the result consumed no number.
bool is_for_later(const v1::Result& result);

Outcome outcome_of(const v1::Result& result);

}  // namespace rebond::sim
