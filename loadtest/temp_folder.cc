// A folder below /tmp that is gone with its object.
#include "loadtest/temp_folder.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "base/check.h"

namespace rebond::loadtest {

TempFolder::TempFolder() : path_("/tmp/rebond-XXXXXX") {
  CHECK(mkdtemp(path_.data()) != nullptr);
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace rebond::loadtest
