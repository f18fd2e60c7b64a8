// Where encoded entries lie back to back, so that any batch is one or two ranges.
#include "live/slab.h"

#include <algorithm>

#include "base/limits.h"

namespace rebond {

ByteRange SlabWriter::append(std::string_view bytes) {
  if (slab_ == nullptr || slab_->size() - used_ < bytes.size()) {
    slab_ = std::make_shared<std::vector<char>>(std::max(kSlabBytes, bytes.size()));
    used_ = 0;
  }
  char* place = slab_->data() + used_;
  std::copy(bytes.begin(), bytes.end(), place);
  used_ += bytes.size();
  return ByteRange{slab_, std::string_view(place, bytes.size())};
}

}  // namespace rebond
