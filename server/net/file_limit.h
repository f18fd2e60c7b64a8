// How many files and sockets the process may have open.
#pragma once

#include <cstddef>

namespace rebond {

/// Takes all that the system grants: a hall of tablets needs more than the usual 1 024.
void raise_file_limit();

/// How many sockets the process may have open and still open the files of its store.
std::size_t sockets_allowed();

}  // namespace rebond
