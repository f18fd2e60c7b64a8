// The built pages inside the binary.
#pragma once

#include <span>
#include <string_view>

#include "net/assets.h"

namespace rebond {

/// One file, compressed with gzip. The bytes are part of the program.
struct EmbeddedPage {
  std::string_view path;
  std::string_view gzip;
  std::string_view hash;
};

/// In the order of their paths. Made by embed_pages.cmake; empty in a build without pages.
std::span<const EmbeddedPage> embedded_pages();

/// Finds pages in embedded_pages().
class EmbeddedAssets final : public Assets {
 public:
  std::optional<Asset> find(std::string_view path) const override;
  std::string why_empty() const override;
};

}  // namespace rebond
