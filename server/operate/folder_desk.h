// What is done for an operator on a data folder that no server holds.
#pragma once

#include <filesystem>

#include "operate/order.h"

namespace rebond::operate {

/// Opens the folder, does it and closes the folder. Blocks. Fails with kNotFound when there is no
/// data folder: none is made.
Reply do_in_folder(const std::filesystem::path& data, const Order& order);

}  // namespace rebond::operate
