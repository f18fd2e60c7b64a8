// How a command ends: an exit code that scripts test, and one sentence for a person.
#include "clients/cli/exit.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "clients/cpp/outcome.h"
#include "rebond/v1/frame.pb.h"

namespace rebond::cli {
namespace {

Exit closed_with(std::uint16_t code, const std::string& reason) {
  switch (code) {
    case v1::CLOSE_CODE_UNAUTHENTICATED:
      return {ExitCode::kUnauthorised, "this link opens nothing here; ask for a new one"};
    case v1::CLOSE_CODE_FORBIDDEN:
      return {ExitCode::kUnauthorised, "this link does not allow that; use another role's link"};
    case v1::CLOSE_CODE_REMOVED:
      return {ExitCode::kUnauthorised, "this link was taken back; ask for a new one"};
    case v1::CLOSE_CODE_NO_SUCH_CAFE:
      return rejected("there is no such café on this server; look at the link's address");
    case v1::CLOSE_CODE_UPGRADE:
      return rejected("the server speaks another version; use the rebond that came with it");
    case v1::CLOSE_CODE_ENDED:
      return rejected("this café has ended; its trace can be exported");
    case v1::CLOSE_CODE_CONNECTIONS:
      return rejected("too many connections from this address; close some of them");
    default:
      return rejected("the server closed the connection: " + reason);
  }
}

}  // namespace

Exit rejected(std::string sentence) {
  return {ExitCode::kRejected, std::move(sentence)};
}
Exit usage(std::string sentence) {
  return {ExitCode::kUsage, std::move(sentence)};
}
Exit unreachable(std::string sentence) {
  return {ExitCode::kUnreachable, std::move(sentence)};
}

Exit exit_of(const Error& error) {
  switch (error.kind) {
    case ErrorKind::kUnavailable:
      return unreachable(error.message);
    case ErrorKind::kNotFound:
    case ErrorKind::kCorrupt:
      return rejected(describe(error));
    case ErrorKind::kPermission:
      return {ExitCode::kUnauthorised, describe(error)};
    default:
      return usage(describe(error));
  }
}

Exit exit_of(const v1::Rejection& rejection) {
  std::string sentence = rejection.remedy().empty() ? "not accepted" : rejection.remedy();
  sentence += " (" + rejection_name(rejection.code());
  if (!rejection.field().empty()) sentence += ", " + rejection.field();
  return rejected(sentence + ")");
}

Exit exit_of(const Ending& ending) {
  switch (ending.kind) {
    case Ending::Kind::kStopped:
      return done();
    case Ending::Kind::kClosed:
      return closed_with(ending.code, ending.message);
    case Ending::Kind::kRejected:
      return exit_of(ending.rejection);
    case Ending::Kind::kHistoryChanged:
    case Ending::Kind::kUpgrade:
      return rejected(ending.message);
  }
  return rejected(ending.message);
}

Exit exit_of_status(unsigned status, const std::string& body) {
  std::string sentence = body.substr(0, body.find('\n'));
  const auto json = nlohmann::json::parse(body, nullptr, /*allow_exceptions=*/false);
  if (json.is_object() && json.contains("error") && json["error"].is_object()) {
    const std::string field = json["error"].value("field", "");
    sentence = field.empty() ? "" : field + ": ";
    sentence += json["error"].value("message", "");
  }
  if (sentence.empty()) sentence = "the server answered " + std::to_string(status);
  const bool unauthorised = status == 401 || status == 403;
  return {unauthorised ? ExitCode::kUnauthorised : ExitCode::kRejected, sentence};
}

}  // namespace rebond::cli
