// How a file of the pages is sent: rule HT6.
#include "net/asset_response.h"

#include "base/bytes.h"
#include "net/ascii.h"
#include "net/gzip.h"

namespace rebond {
namespace {

bool has_already(const HttpRequest& request, std::string_view etag) {
  bool found = false;
  for_each_element(request.headers.find("If-None-Match").value_or(""), [&](std::string_view known) {
    if (known.starts_with("W/")) known.remove_prefix(2);
    found = found || known == "*" || known == etag;
  });
  return found;
}

}  // namespace

HttpResponse asset_response(const HttpRequest& request, const Asset& asset) {
  const bool compressed =
      asset.gzip && accepts_gzip(request.headers.find("Accept-Encoding").value_or(""));
  const std::string etag = "\"" + asset.hash + (compressed ? "-gz\"" : "\"");

  HttpResponse response;
  response.headers.add("ETag", etag);
  response.headers.add("Vary", "Accept-Encoding");
  response.headers.add("Cache-Control",
                       asset.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  if (has_already(request, etag)) {
    response.status = 304;
    return response;
  }

  response.headers.add("Content-Type", std::string(asset.content_type));
  response.body = asset.bytes;
  if (compressed) {
    response.headers.add("Content-Encoding", "gzip");
  } else if (asset.gzip) {
    auto plain = gunzip(asset.bytes.bytes);
    if (!plain) return error_response(500, "this page is damaged; install the server again");
    const SharedBytes bytes = share(*std::move(plain));
    response.body = ByteRange{bytes, *bytes};
  }
  return response;
}

}  // namespace rebond
