// Sends one command into a café and waits for its outcome.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "base/result.h"
#include "clients/cli/exit.h"
#include "clients/cpp/client_session.h"
#include "clients/cpp/link.h"

namespace rebond::cli {

/// What is to be sent, and what is printed when it is accepted.
struct Wish {
  v1::Command command;
  /// The line for standard output.
  std::function<std::string(const Outcome&)> line;
};

/// Called once, when the café is here and this device may write. Fails with what is wrong with
/// the arguments in this café.
using MakeWish = std::function<Result<Wish>(ClientSession&)>;

/// Makes the wish in the café, over lost connections and restarts of the server, once. Done only
/// when it was acknowledged within `timeout`.
Exit send_one(const CafeLink& link, std::chrono::milliseconds timeout, MakeWish make_wish);

}  // namespace rebond::cli
