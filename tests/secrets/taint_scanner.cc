// Looks for secrets in bytes, however they were written.
#include "tests/secrets/taint_scanner.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <nlohmann/json.hpp>

#include "base/bytes.h"
#include "base/check.h"

namespace rebond::testing {
namespace {

constexpr std::size_t kShortest = 8;

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

/// Without padding, so that both ways to end are found.
std::string base64(std::string_view bytes, std::string_view last_two) {
  const std::string alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + std::string(last_two);
  std::string out;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : bytes) {
    held = (held << 8U) | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 6; bits -= 6) {
      out += alphabet[(held >> static_cast<unsigned>(bits - 6)) & 63U];
    }
  }
  // What is left depends on what follows: the whole letters are enough.
  return out;
}

/// Each byte that `plain` does not let through, as `escape` writes it.
template <typename Escape>
std::string escaped(std::string_view bytes, Escape escape) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) {
      out += c;
    } else {
      out += escape(byte);
    }
  }
  return out;
}

std::string percent(std::string_view bytes) {
  return escaped(bytes, [](unsigned char byte) {
    const char one = static_cast<char>(byte);
    return "%" + upper(to_hex({&one, 1}));
  });
}

/// As protobuf's DebugString() writes bytes that are not printable.
std::string octal(std::string_view bytes) {
  return escaped(bytes, [](unsigned char byte) {
    if (std::isprint(byte) != 0) return std::string(1, static_cast<char>(byte));
    std::string digits = "\\";
    for (const unsigned shift : {6U, 3U, 0U}) {
      digits += static_cast<char>('0' + ((byte >> shift) & 7U));
    }
    return digits;
  });
}

/// Between the quotes; bytes that are no UTF-8 are never written like that.
std::string json_ascii(std::string_view bytes) {
  const std::string quoted = nlohmann::json(bytes).dump(-1, ' ', /*ensure_ascii=*/true,
                                                        nlohmann::json::error_handler_t::replace);
  return quoted.substr(1, quoted.size() - 2);
}

}  // namespace

void TaintScanner::add(std::string name, std::string_view secret) {
  CHECK(secret.size() >= kShortest);
  const std::string hex = to_hex(secret);
  std::vector<std::string> spellings = {std::string(secret),  hex,
                                        upper(hex),           base64(secret, "+/"),
                                        base64(secret, "-_"), percent(secret),
                                        octal(secret),        json_ascii(secret)};
  std::sort(spellings.begin(), spellings.end());
  spellings.erase(std::unique(spellings.begin(), spellings.end()), spellings.end());
  secrets_.push_back({std::move(name), std::move(spellings)});
}

std::vector<std::string> TaintScanner::found_in(std::string_view bytes) const {
  std::vector<std::string> found;
  for (const Secret& secret : secrets_) {
    const bool here = std::any_of(
        secret.spellings.begin(), secret.spellings.end(), [&](const std::string& spelling) {
          const std::boyer_moore_horspool_searcher searcher(spelling.begin(), spelling.end());
          return std::search(bytes.begin(), bytes.end(), searcher) != bytes.end();
        });
    if (here) found.push_back(secret.name);
  }
  return found;
}

}  // namespace rebond::testing
