// One outgoing WebSocket message: ready ranges of bytes that many clients share.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/bytes.h"
#include "base/check.h"

namespace rebond {

/// Bytes that stay as long as `owner` does.
struct ByteRange {
  std::shared_ptr<const void> owner;
  std::string_view bytes;
};

/// At most four ranges, sent back to back as one message. Cheap to copy.
class Message {
 public:
  static constexpr std::size_t kPartsMax = 4;

  void add(ByteRange part) {
    CHECK(count_ < kPartsMax);
    size_ += part.bytes.size();
    parts_[count_++] = std::move(part);
  }

  void add(SharedBytes bytes) {
    const std::string_view view = *bytes;
    add(ByteRange{std::move(bytes), view});
  }

  std::span<const ByteRange> parts() const { return {parts_.data(), count_}; }
  bool full() const { return count_ == kPartsMax; }
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

 private:
  std::array<ByteRange, kPartsMax> parts_;
  std::size_t count_ = 0;
  std::size_t size_ = 0;
};

}  // namespace rebond
