// Small readers of what comes from outside: links, addresses, limits, stored values and their keys.
#include <algorithm>
#include <fuzzer/FuzzedDataProvider.h>
#include <string>

#include "base/check.h"
#include "base/limits.h"
#include "clients/cpp/link.h"
#include "core/private_state.h"
#include "store/checked_value.h"
#include "store/keys.h"
#include "tests/fuzz/quiet.h"

namespace rebond::fuzz {
namespace {

/// Nothing that would end a line of a request, or a part of it.
bool is_one_word(const std::string& text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

void read_link(const std::string& bytes) {
  const Result<CafeLink> link = parse_link(bytes);
  if (!link) {
    CHECK(!link.error().message.empty());
    return;
  }
  CHECK(link->token.size() == kSecretBytes);
  CHECK(link->server.port != 0);
  CHECK(!link->role.empty());
  // They stand in the first lines of a request.
  CHECK(is_one_word(link->server.authority()) && is_one_word(link->live_path()));
}

void read_address(const std::string& bytes) {
  const Result<ServerAddress> address = parse_server_address(bytes);
  if (!address) return;
  CHECK(is_one_word(address->authority()));
  const Result<ServerAddress> again = parse_server_address("http://" + address->authority());
  CHECK(again.has_value() && *again == *address);
}

void read_stored(const std::string& key, const std::string& bytes) {
  if (const auto payload = unseal(key, bytes)) CHECK(seal(key, *payload) == bytes);
  const std::string sealed = seal(key, bytes);
  const auto opened = unseal(key, sealed);
  CHECK(opened && *opened == bytes);
  const std::string prefix = cafe_prefix("CAFE234567");
  if (const auto seq = seq_of_entry_key(prefix, bytes))
    CHECK(entry_key("CAFE234567", *seq) == bytes);
  if (const auto names = names_of_private_key(prefix, bytes)) {
    CHECK(private_key("CAFE234567", names->first, names->second) == bytes);
  }
}

void read_private(FuzzedDataProvider& input) {
  PrivateState state;
  while (input.remaining_bytes() > 0) {
    PrivateWrite write;
    write.kind = static_cast<v1::PrivateKind>(input.ConsumeIntegralInRange(0, 7));
    write.id = input.ConsumeIntegralInRange<Id>(0, 3) << (input.ConsumeBool() ? 32U : 0U);
    if (input.ConsumeBool()) write.record = input.ConsumeRandomLengthString(200);
    state.apply(write);
  }
  for (DeviceNumber device = 0; device < 4; ++device) {
    const CommandNumber last = state.last_command(device);
    CHECK(last != 0 || state.outcome(device, 1) == nullptr);
  }
}

}  // namespace
}  // namespace rebond::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  switch (input.ConsumeIntegralInRange(0, 4)) {
    case 0:
      rebond::fuzz::read_link(input.ConsumeRemainingBytesAsString());
      break;
    case 1:
      rebond::fuzz::read_address(input.ConsumeRemainingBytesAsString());
      break;
    case 2: {
      const std::string key = input.ConsumeRandomLengthString(16);
      rebond::fuzz::read_stored(key, input.ConsumeRemainingBytesAsString());
      break;
    }
    case 3:
      rebond::fuzz::read_private(input);
      break;
    default: {
      rebond::Limits limits;
      static_cast<void>(rebond::set_limit(limits, input.ConsumeRemainingBytesAsString()));
    }
  }
  return 0;
}
