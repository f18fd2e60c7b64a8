// How many files and sockets the process may have open.
#pragma once

namespace rebond {

/// Takes all that the system grants: a hall of tablets needs more than the usual 1 024.
void raise_file_limit();

}  // namespace rebond
