// How the files of the pages are sent.
#include "net/asset_response.h"

#include <fstream>
#include <gmock/gmock.h>
#include <zlib.h>

#include "net/gzip.h"
#include "net/web_root.h"

namespace rebond {
namespace {

using testing::Eq;
using testing::Optional;

std::string compressed(std::string text) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(text.size() + 100, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(text.data());
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

const std::string kPlain(100'000, 'e');
const std::string kGzip = compressed(kPlain);

Asset page(bool immutable = false) {
  Asset asset;
  asset.content_type = "text/html; charset=utf-8";
  asset.bytes = ByteRange{nullptr, kGzip};
  asset.gzip = true;
  asset.hash = "f00d";
  asset.immutable = immutable;
  return asset;
}

HttpResponse get(const Asset& asset, Headers headers) {
  HttpRequest request;
  request.headers = std::move(headers);
  return asset_response(request, asset);
}

TEST(AssetResponse, HT6SendsTheStoredBytesToWhoTakesGzip) {
  const HttpResponse response = get(page(), {{"Accept-Encoding", "gzip, deflate"}});
  EXPECT_EQ(response.body.bytes.data(), kGzip.data());
  EXPECT_THAT(response.headers.find("Content-Encoding"), Optional(Eq("gzip")));
  EXPECT_THAT(response.headers.find("Vary"), Optional(Eq("Accept-Encoding")));
}

TEST(AssetResponse, HT6SendsPlainBytesToWhoDoesNot) {
  const HttpResponse response = get(page(), {});
  EXPECT_EQ(response.body.bytes, kPlain);
  EXPECT_EQ(response.headers.find("Content-Encoding"), std::nullopt);
}

TEST(AssetResponse, HT6LetsHashedFilesBeKeptForEver) {
  EXPECT_THAT(get(page(true), {}).headers.find("Cache-Control"),
              Optional(Eq("public, max-age=31536000, immutable")));
  EXPECT_THAT(get(page(), {}).headers.find("Cache-Control"), Optional(Eq("no-cache")));
}

TEST(AssetResponse, HT6SendsNothingToWhoHasIt) {
  const HttpResponse response =
      get(page(), {{"Accept-Encoding", "gzip"}, {"If-None-Match", "\"old\", W/\"f00d-gz\""}});
  EXPECT_EQ(response.status, 304U);
  EXPECT_TRUE(response.body.bytes.empty());
}

TEST(AssetResponse, HT6NamesTheTwoEncodingsDifferently) {
  EXPECT_EQ(get(page(), {{"If-None-Match", "\"f00d-gz\""}}).status, 200U);
}

TEST(Gzip, ReadsAcceptEncoding) {
  for (const char* yes : {"gzip", "br, GZIP", "gzip;q=0.5", "*", "*;q=0, gzip"}) {
    EXPECT_TRUE(accepts_gzip(yes)) << yes;
  }
  for (const char* no : {"", "br", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", "xgzip"}) {
    EXPECT_FALSE(accepts_gzip(no)) << no;
  }
}

TEST(Gzip, RefusesDamagedBytes) {
  EXPECT_EQ(gunzip(kGzip.substr(0, kGzip.size() / 2)), std::nullopt);
  EXPECT_EQ(gunzip("no gzip"), std::nullopt);
  EXPECT_EQ(gunzip(""), std::nullopt);
}

class WebRootTest : public testing::Test {
 protected:
  WebRootTest() {
    std::filesystem::create_directories(root_ / "assets");
    std::ofstream(root_ / "assets" / "a.js") << "start()";
    std::ofstream(root_ / ".hidden") << "secret";
    std::ofstream(root_.parent_path() / "outside.txt") << "secret";
  }
  ~WebRootTest() override { std::filesystem::remove_all(root_.parent_path()); }

  const std::filesystem::path root_ = std::filesystem::path(testing::TempDir()) /
                                      ("rebond-web-root-" + std::to_string(getpid())) / "root";
};

TEST_F(WebRootTest, ReadsFilesOfTheFolder) {
  const auto asset = WebRoot(root_).find("assets/a.js");
  ASSERT_TRUE(asset);
  EXPECT_EQ(asset->bytes.bytes, "start()");
  EXPECT_EQ(asset->content_type, "text/javascript; charset=utf-8");
}

TEST_F(WebRootTest, NeverLeavesTheFolder) {
  const WebRoot root(root_);
  for (const char* path : {"../outside.txt", "assets/../../outside.txt", "/etc/passwd", ".hidden",
                           "", "assets", "assets//a.js", "assets\\a.js"}) {
    EXPECT_FALSE(root.find(path)) << path;
  }
}

}  // namespace
}  // namespace rebond
