// What became of a command.
#include "clients/cpp/outcome.h"

namespace rebond {

std::string rejection_name(v1::RejectionCode code) {
  constexpr std::string_view kPrefix = "REJECTION_CODE_";
  const std::string& name = v1::RejectionCode_Name(code);
  return name.empty() ? std::to_string(code) : name.substr(kPrefix.size());
}

}  // namespace rebond
