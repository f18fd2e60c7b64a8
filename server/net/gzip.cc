// Compressed bodies.
#include "net/gzip.h"

#include <algorithm>
#include <limits>
#include <zlib.h>

#include "net/ascii.h"

namespace rebond {
namespace {

// zlib's way to say "a gzip header, the largest window".
constexpr int kGzipWindow = 16 + MAX_WBITS;

/// Whether the parameters of a coding, such as ";q=0.5", leave it allowed.
bool quality_allows(std::string_view parameters) {
  const std::size_t equals = parameters.find("q=");
  if (equals == std::string_view::npos) return true;
  // Every form of zero is made of these: "0", "0.", "0.000".
  return parameters.substr(equals + 2).find_first_not_of("0. \t") != std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  bool accepted = false;
  bool named = false;
  for_each_element(accept_encoding, [&](std::string_view element) {
    const std::size_t semicolon = std::min(element.find(';'), element.size());
    const std::string_view coding = trimmed(element.substr(0, semicolon));
    const bool is_gzip = equal_ignoring_case(coding, "gzip");
    // "*" speaks for gzip only when nothing else does.
    if (!is_gzip && (coding != "*" || named)) return;
    accepted = quality_allows(element.substr(semicolon));
    named = named || is_gzip;
  });
  return accepted;
}

std::optional<std::string> gunzip(std::string_view gzip) {
  if (gzip.size() > std::numeric_limits<uInt>::max()) return std::nullopt;
  z_stream stream{};
  if (inflateInit2(&stream, kGzipWindow) != Z_OK) return std::nullopt;
  std::string in(gzip);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());

  std::string out;
  char chunk[16 * 1024];
  int status = Z_OK;
  while (status == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(chunk);
    stream.avail_out = sizeof(chunk);
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(chunk, sizeof(chunk) - stream.avail_out);
  }
  inflateEnd(&stream);
  if (status != Z_STREAM_END) return std::nullopt;
  return out;
}

}  // namespace rebond
