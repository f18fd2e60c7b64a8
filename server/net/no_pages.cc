// Stands in for the built pages in a build without them.
#include "net/embedded_pages.h"

namespace rebond {

std::span<const EmbeddedPage> embedded_pages() {
  return {};
}

}  // namespace rebond
