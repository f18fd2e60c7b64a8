// A whole café as the bytes of one file (proto/rebond/v1/cafe_file.proto).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "live/journal.h"

namespace rebond {

/// The file of a café, without its snapshot: entries and private records are enough.
///
/// Applies every entry on the way; fails with kCorrupt when one does not fit. Slow: call it aside.
Result<std::string> write_cafe_file(const WholeCafe& cafe);

/// The café in a file, with a snapshot after its last entry.
///
/// Checks everything: the checksum of the whole, that each entry can be read and fits behind the
/// one before, and the digest at the end. Fails with kInvalid when it is no such file or of a newer
/// format, kCorrupt when it is damaged. Slow: call it aside.
Result<WholeCafe> read_cafe_file(std::string_view bytes);

}  // namespace rebond
