// Where encoded entries lie back to back, so that any batch is one or two ranges.
//
// A gather-write of a thousand slices of 60 bytes took a hundred times as long as one of the
// same bytes in one piece: so entries are copied once into 64 KiB slabs that nobody changes.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "live/message.h"

namespace rebond {

/// Hands out places in slabs. The bytes stay as long as somebody holds their range. Not
/// thread-safe.
class SlabWriter {
 public:
  /// Copies `bytes` behind what was appended before; in a new slab when they do not fit. Bytes
  /// larger than a slab get one of their own.
  ByteRange append(std::string_view bytes);

 private:
  std::shared_ptr<std::vector<char>> slab_;
  std::size_t used_ = 0;
};

}  // namespace rebond
