// How a subcommand asks the server that runs on a data folder.
#pragma once

#include <filesystem>
#include <optional>

#include "operate/order.h"

namespace rebond::operate {

/// The reply of the running server; none when no server runs there. Waits as long as the server
/// lives: a backup takes its time. Blocks.
std::optional<Reply> ask_server(const std::filesystem::path& data, const Order& order);

}  // namespace rebond::operate
