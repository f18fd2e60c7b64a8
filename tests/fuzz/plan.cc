// Any bytes as the plan of a café: it is refused in words, or a café is founded that is whole.
#include <string_view>

#include "base/check.h"
#include "core/founding.h"
#include "tests/fuzz/quiet.h"
#include "tests/fuzz/whole.h"

namespace rebond::fuzz {
namespace {

void found(const Plan& plan) {
  const Changes founding = decide_founding(plan, 1'767'225'600'000.0);
  v1::Entry entry;
  entry.set_seq(1);
  entry.set_what(founding.what);
  for (const v1::Change& change : founding.changes) *entry.add_changes() = change;
  // What is written must be read again: a name that is no UTF-8 would be lost on the way.
  v1::Entry read;
  CHECK(read.ParseFromString(entry.SerializeAsString()));
  State state;
  const Result<void> applied = state.apply(read);
  CHECK(applied.has_value());
  CHECK(state.find<v1::Cafe>(1) != nullptr);
  CHECK(state.records().count<v1::Table>() == plan.tables.size());
  check_whole(state);
}

}  // namespace
}  // namespace rebond::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const rebond::Result<rebond::Plan> plan =
      rebond::parse_plan({reinterpret_cast<const char*>(data), size});
  if (plan) {
    rebond::fuzz::found(*plan);
  } else {
    CHECK(!plan.error().message.empty());
  }
  return 0;
}
