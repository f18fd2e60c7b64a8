// Compressed bodies.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rebond {

/// Whether an Accept-Encoding header allows gzip.
bool accepts_gzip(std::string_view accept_encoding);

/// The bytes before compression; none when `gzip` is damaged.
std::optional<std::string> gunzip(std::string_view gzip);

}  // namespace rebond
