// The files of the pages, wherever they are kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "live/message.h"

namespace rebond {

struct Asset {
  std::string_view content_type;
  ByteRange bytes;
  /// `bytes` are compressed.
  bool gzip = false;
  /// Names the content; another content has another one.
  std::string hash;
  /// The name changes with the content, so that it may be kept for ever.
  bool immutable = false;
};

/// Implemented by the pages in the binary and by a folder on the disk.
class Assets {
 public:
  virtual ~Assets() = default;

  /// `path` is relative and comes from a peer: "screen.html", "assets/screen-D3b0a1.js".
  virtual std::optional<Asset> find(std::string_view path) const = 0;

  /// Why there is not a single page; empty when there are pages.
  virtual std::string why_empty() const { return {}; }
};

/// By the ending of the path; "application/octet-stream" when it is not known.
std::string_view content_type_of(std::string_view path);

}  // namespace rebond
