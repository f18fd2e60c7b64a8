// The bugs that can be planted, to show that the simulation finds them.
#include "tests/simulation/fault.h"

#include <utility>

namespace rebond::sim {
namespace {

constexpr std::pair<std::string_view, Fault> kNames[] = {
    {"none", Fault::kNone},
    {"skip-sync", Fault::kSkipSync},
    {"ack-before-durable", Fault::kAckBeforeDurable},
    {"forget-outcomes", Fault::kForgetOutcomes},
    {"resume-off-by-one", Fault::kResumeOffByOne},
    {"out-of-order", Fault::kOutOfOrder},
    {"snapshot-ahead", Fault::kSnapshotAhead},
    {"lose-message", Fault::kLoseMessage},
    {"change-record", Fault::kChangeRecord},
    {"two-lives-one-seq", Fault::kTwoLivesOneSeq},
    {"unbounded-outcomes", Fault::kUnboundedOutcomes},
    {"forget-salvage", Fault::kForgetSalvage},
    {"forget-revocation", Fault::kForgetRevocation},
    {"drop-character", Fault::kDropCharacter},
    {"forget-takeover", Fault::kForgetTakeover},
    {"ignore-read-only", Fault::kIgnoreReadOnly},
};

}  // namespace

std::optional<Fault> fault_named(std::string_view name) {
  for (const auto& [known, fault] : kNames) {
    if (known == name) return fault;
  }
  return std::nullopt;
}

std::string fault_names() {
  std::string names;
  for (const auto& [known, fault] : kNames) names.append(names.empty() ? "" : " ").append(known);
  return names;
}

}  // namespace rebond::sim
