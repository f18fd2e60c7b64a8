// How a command ends: an exit code that scripts test, and one sentence for a person.
#pragma once

#include <string>

#include "base/error.h"
#include "clients/cpp/session_observer.h"
#include "rebond/v1/result.pb.h"

namespace rebond::cli {

enum class ExitCode { kDone = 0, kRejected = 1, kUsage = 2, kUnreachable = 3, kUnauthorised = 4 };

struct Exit {
  ExitCode code = ExitCode::kDone;
  /// For stderr; empty when there is nothing to say.
  std::string sentence;

  bool ok() const { return code == ExitCode::kDone; }
};

/// Done, without a word.
inline Exit done() {
  return {};
}
Exit rejected(std::string sentence);
Exit usage(std::string sentence);
Exit unreachable(std::string sentence);

/// The input is wrong, or what it needs cannot be read.
Exit exit_of(const Error& error);
/// "write at your own table (FORBIDDEN, add_card.table)".
Exit exit_of(const v1::Rejection& rejection);
/// Why the session is over; done when it was stopped.
Exit exit_of(const Ending& ending);

/// What the server said over HTTP: 401 and 403 unauthorised, else rejected. `body` is its answer,
/// {"error":{"field","message"}} or any text.
Exit exit_of_status(unsigned status, const std::string& body);

}  // namespace rebond::cli
