// Looks into a server's message for what the client session keeps to itself.
#include "tests/simulation/peek.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>
#include <string>

#include "rebond/v1/frame.pb.h"

namespace rebond::sim {

void each_result(std::string_view message, const std::function<void(const v1::Result&)>& visit) {
  using google::protobuf::internal::WireFormatLite;
  google::protobuf::io::CodedInputStream input(
      reinterpret_cast<const std::uint8_t*>(message.data()), static_cast<int>(message.size()));
  while (const std::uint32_t tag = input.ReadTag()) {
    std::uint32_t size = 0;
    if (WireFormatLite::GetTagFieldNumber(tag) != v1::ServerFrame::kResultsFieldNumber) {
      if (!WireFormatLite::SkipField(&input, tag)) return;
      continue;
    }
    std::string bytes;
    v1::Result result;
    if (!input.ReadVarint32(&size) || !input.ReadString(&bytes, static_cast<int>(size))) return;
    if (result.ParseFromString(bytes)) visit(result);
  }
}

bool is_for_later(const v1::Result& result) {
  const v1::RejectionCode code = result.rejection().code();
  return result.has_rejection() &&
         (code == v1::REJECTION_CODE_RATE_LIMITED || code == v1::REJECTION_CODE_OVERLOADED ||
          code == v1::REJECTION_CODE_READ_ONLY || code == v1::REJECTION_CODE_OUT_OF_ORDER);
}

Outcome outcome_of(const v1::Result& result) {
  Outcome outcome;
  outcome.number = result.command();
  outcome.accepted = result.has_accepted();
  outcome.seq = result.accepted().seq();
  outcome.ids.assign(result.accepted().ids().begin(), result.accepted().ids().end());
  outcome.rejection = result.rejection();
  return outcome;
}

}  // namespace rebond::sim
