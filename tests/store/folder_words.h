// Finds words in the files of a data folder, as somebody would who has stolen the disk.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace rebond {

/// The files under the folder in which the words stand: as raw bytes, or in a value of a table of
/// RocksDB, which is compressed. Each file once.
std::vector<std::string> files_with(const std::filesystem::path& folder, std::string_view words);

}  // namespace rebond
