// What the outside can do to us, as a value.
#pragma once

#include <boost/assert/source_location.hpp>
#include <string>

namespace rebond {

enum class ErrorKind {
  kInvalid,      // the input is wrong: `field` names where
  kNotFound,     // what was asked for does not exist
  kPermission,   // the caller, or this process, may not
  kBusy,         // somebody else holds it
  kUnavailable,  // cannot be reached now
  kIo,           // the disk or the network failed
  kCorrupt,      // stored bytes are not what was written
};

/// One sentence for a person, and where the trouble is.
struct Error {
  ErrorKind kind = ErrorKind::kInvalid;
  /// The field of the input, such as "tables[1].name"; empty when there is none.
  std::string field;
  /// One sentence with the remedy, without a final full stop.
  std::string message;
};

/// "tables[1].name: give every table a name", or the message alone.
std::string describe(const Error& error);

/// Asked for by boost::system::result::value(); our code tests before it takes a value.
[[noreturn]] void throw_exception_from_error(const Error& error,
                                             const boost::source_location& location);

}  // namespace rebond
