// The replies as sentences for a person at a terminal.
#pragma once

#include <string>

#include "operate/order.h"

namespace rebond::operate {

/// Lines, each with its end.
std::string status_text(const Json& status);
std::string backup_text(const Json& backup);
std::string erasure_text(const Json& erasure);
std::string restore_text(const Json& restore);
std::string check_text(const Json& check);
std::string salvage_text(const Json& salvage);

}  // namespace rebond::operate
