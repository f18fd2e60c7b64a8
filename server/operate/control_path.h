// Where the control socket of a data folder is.
#pragma once

#include <filesystem>
#include <sys/un.h>

#include "base/result.h"

namespace rebond::operate {

/// DATA/control. Fails with kInvalid when the system cannot name a socket by so long a path.
inline Result<std::filesystem::path> control_path(const std::filesystem::path& data) {
  std::error_code error;
  const std::filesystem::path path = std::filesystem::absolute(data, error) / "control";
  constexpr std::size_t kPathMax = sizeof(sockaddr_un::sun_path) - 1;
  if (path.string().size() <= kPathMax) return path;
  return Error{ErrorKind::kInvalid, "--data",
               "the path of the control socket \"" + path.string() + "\" is longer than the " +
                   std::to_string(kPathMax) +
                   " bytes that the system allows; choose a data folder with a shorter path"};
}

}  // namespace rebond::operate
