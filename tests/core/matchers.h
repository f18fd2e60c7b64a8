// What a test expects of an outcome, in words.
#pragma once

#include <gmock/gmock.h>
#include <string>

#include "tests/core/cafe_builder.h"

namespace rebond::test {

MATCHER(Accepted, "is accepted") {
  return !arg.rejection;
}

/// Rejected with that code, for that field of the command, with a remedy.
MATCHER_P2(Rejected, code, field,
           "is rejected as " + v1::RejectionCode_Name(code) + " for " + std::string(field)) {
  return arg.rejection && arg.rejection->code() == code && arg.rejection->field() == field &&
         !arg.rejection->remedy().empty();
}

constexpr auto kMalformed = v1::REJECTION_CODE_MALFORMED;
constexpr auto kUnsupported = v1::REJECTION_CODE_UNSUPPORTED;
constexpr auto kForbidden = v1::REJECTION_CODE_FORBIDDEN;
constexpr auto kNotFound = v1::REJECTION_CODE_NOT_FOUND;
constexpr auto kTargetWithdrawn = v1::REJECTION_CODE_TARGET_WITHDRAWN;
constexpr auto kRoundClosed = v1::REJECTION_CODE_ROUND_CLOSED;
constexpr auto kLimit = v1::REJECTION_CODE_LIMIT;
constexpr auto kConflict = v1::REJECTION_CODE_CONFLICT;

}  // namespace rebond::test
