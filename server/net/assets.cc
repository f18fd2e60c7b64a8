// The files of the pages, wherever they are kept.
#include "net/assets.h"

namespace rebond {
namespace {

struct KnownType {
  std::string_view ending;
  std::string_view content_type;
};

constexpr KnownType kTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
};

}  // namespace

std::string_view content_type_of(std::string_view path) {
  for (const KnownType& known : kTypes) {
    if (path.ends_with(known.ending)) return known.content_type;
  }
  return "application/octet-stream";
}

}  // namespace rebond
