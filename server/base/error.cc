// What the outside can do to us, as a value.
#include "base/error.h"

#include "base/check.h"

namespace rebond {

std::string describe(const Error& error) {
  return error.field.empty() ? error.message : error.field + ": " + error.message;
}

void throw_exception_from_error(const Error& error, const boost::source_location& location) {
  check_failed(describe(error).c_str(), location.file_name(), static_cast<int>(location.line()));
}

}  // namespace rebond
