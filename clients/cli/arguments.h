// What stands behind an argument: a link, a file, the links of a café.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "clients/cpp/link.h"

namespace rebond::cli {

/// The whole file; "-" is standard input. Fails with kInvalid, naming the file.
Result<std::string> read_file(const std::string& path);

/// A link as it is typed, "@FILE" that holds it, or "-" for standard input, so that its token
/// need not show in the list of processes.
Result<CafeLink> read_link(const std::string& argument);

/// A secret as it is typed, "@FILE" or "-".
Result<std::string> read_secret(const std::string& argument);

/// What `rebond create` printed.
struct CafeLinkSet {
  CafeLink facilitator;
  CafeLink screen;
  /// In the order of the tables.
  std::vector<CafeLink> captains;
  CafeLink participant;
  CafeLink expert;
};

/// Reads the file; fails with the field that is missing or is no link.
Result<CafeLinkSet> read_link_set(const std::string& path);

}  // namespace rebond::cli
