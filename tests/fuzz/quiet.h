// Protobuf prints a line for each message that it cannot read; here most cannot be.
#pragma once

#include <google/protobuf/stubs/logging.h>

/// Called by libFuzzer once, before the first input.
// Nothing here calls it, and it must be in the program all the same.
extern "C" [[gnu::used]] inline int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  google::protobuf::SetLogHandler(nullptr);
  return 0;
}
