// Pages from a folder, for who works on them (--web-root).
#pragma once

#include <filesystem>
#include <utility>

#include "net/assets.h"

namespace rebond {

/// Reads each file when it is asked for. Blocks on the disk: not for a café.
class WebRoot final : public Assets {
 public:
  explicit WebRoot(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Never leaves the folder by "..", never shows hidden files.
  std::optional<Asset> find(std::string_view path) const override;

 private:
  std::filesystem::path folder_;
};

}  // namespace rebond
