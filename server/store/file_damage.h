// Which files of a database are not what RocksDB wrote.
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "store/check_folder.h"

namespace rebond {

/// Fails with kCorrupt when the file CURRENT, which names the list of tables, is gone from a
/// database that has been written to: RocksDB would begin a new one on top of it.
Result<void> check_current(const std::filesystem::path& database);

/// The tables of these whose checksums are wrong, or that cannot be read.
std::vector<Trouble> damaged_tables(const std::vector<std::filesystem::path>& tables);

/// For a database that does not open: what is wrong with CURRENT, with the list of tables that it
/// names (MANIFEST), and with every table.
std::vector<Trouble> damaged_files(const std::filesystem::path& database);

}  // namespace rebond
