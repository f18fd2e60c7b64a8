// Pages from a folder, for who works on them (--web-root).
#include "net/web_root.h"

#include <fstream>
#include <iterator>

#include "base/bytes.h"
#include "base/hash.h"

namespace rebond {
namespace {

bool stays_inside(std::string_view path) {
  if (path.find_first_of(std::string_view("\\\0", 2)) != std::string_view::npos) return false;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (name.empty() || name.front() == '.') return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace

std::optional<Asset> WebRoot::find(std::string_view path) const {
  if (!stays_inside(path)) return std::nullopt;
  const std::filesystem::path file = folder_ / path;
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  const SharedBytes bytes =
      share(std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()));

  Asset asset;
  asset.content_type = content_type_of(path);
  asset.bytes = ByteRange{bytes, *bytes};
  asset.hash = to_hex(hashed(*bytes)).substr(0, 16);
  return asset;
}

}  // namespace rebond
