// Any bytes as frames of eight clients: the café stays whole, and who follows it has its state.
#include "rebond/v1/frame.pb.h"
#include "tests/fuzz/hall_of_lines.h"
#include "tests/fuzz/quiet.h"

REBOND_FUZZ_SCRIPTS(rebond::v1::ClientFrame)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  rebond::fuzz::HallOfLines cafe;
  const rebond::fuzz::Script script = rebond::fuzz::parse_script(data, size);
  for (const auto& act : script.commands()) cafe.act(act);
  cafe.check();
  return 0;
}
