// Finds the built pages inside the binary.
#include <algorithm>

#include "net/embedded_pages.h"

namespace rebond {

std::optional<Asset> EmbeddedAssets::find(std::string_view path) const {
  const auto pages = embedded_pages();
  const auto found =
      std::find_if(pages.begin(), pages.end(), [&](const auto& page) { return page.path == path; });
  if (found == pages.end()) return std::nullopt;

  Asset asset;
  asset.content_type = content_type_of(path);
  asset.bytes = ByteRange{nullptr, found->gzip};
  asset.gzip = true;
  asset.hash = found->hash;
  asset.immutable = path.starts_with("assets/");
  return asset;
}

std::string EmbeddedAssets::why_empty() const {
  if (!embedded_pages().empty()) return {};
  return "this server was built without pages; build it with -DREBOND_WEB=ON, or start it with "
         "--web-root DIR";
}

}  // namespace rebond
