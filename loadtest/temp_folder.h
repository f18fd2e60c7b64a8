// A folder below /tmp that is gone with its object.
#pragma once

#include <string>

namespace rebond::loadtest {

class TempFolder {
 public:
  /// Stops the process when /tmp cannot be written.
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder(TempFolder&&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  TempFolder& operator=(TempFolder&&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace rebond::loadtest
