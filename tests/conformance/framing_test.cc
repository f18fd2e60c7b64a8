// RFC 6455, section 5.2: reserved bits and opcodes, and lengths at every boundary.
#include <gmock/gmock.h>

#include "base/limits.h"
#include "tests/conformance/conversation.h"
#include "tests/conformance/frames.h"

namespace rebond::conformance {
namespace {

using testing::ValuesIn;

const std::size_t kMessageMax = Limits().message_bytes;

std::string frame(unsigned first, std::string_view payload = {}) {
  return encode({.first = first, .payload = std::string(payload)});
}

std::vector<Case> reserved_bits() {
  return {
      failing("Rsv3InText_Autobahn3_1", frame(kFinal | kRsv3 | kText, "hello")),
      failing_behind("Rsv2BehindAMessage_Autobahn3_2", binary(question(1)), {"answer 1"},
                     frame(kFinal | kRsv2 | kBinary, question(2)) + ping()),
      failing("Rsv2And3_Autobahn3_3", frame(kFinal | kRsv2 | kRsv3 | kBinary, question(1))),
      // The bit of compressed messages: compression is never agreed on, so nothing is inflated.
      failing("Rsv1_Autobahn3_4", frame(kFinal | kRsv1 | kBinary, question(1))),
      failing("Rsv1And3_Autobahn3_5", frame(kFinal | kRsv1 | kRsv3 | kBinary, question(1))),
      failing("Rsv1And2InPing_Autobahn3_6", frame(kFinal | kRsv1 | kRsv2 | kPing)),
      failing("AllInClose_Autobahn3_7", frame(kFinal | kRsv1 | kRsv2 | kRsv3 | kClose, "\x03\xe8")),
      failing("Rsv1InPong", frame(kFinal | kRsv1 | kPong)),
      failing("Rsv1InContinuation",
              fragment(kBinary, "", false) + frame(kFinal | kRsv1 | kContinuation, question(1))),
      failing("Rsv1InFirstFragment",
              frame(kRsv1 | kBinary) + fragment(kContinuation, question(1), true)),
  };
}

std::vector<Case> reserved_opcodes() {
  std::vector<Case> cases;
  const std::pair<unsigned, const char*> opcodes[] = {
      {0x3, "Opcode3_Autobahn4_1_1"},  {0x4, "Opcode4_Autobahn4_1_2"},
      {0x5, "Opcode5_Autobahn4_1_3"},  {0x6, "Opcode6_Autobahn4_1_4"},
      {0x7, "Opcode7_Autobahn4_1_5"},  {0xB, "Opcode11_Autobahn4_2_1"},
      {0xC, "Opcode12_Autobahn4_2_2"}, {0xD, "Opcode13_Autobahn4_2_3"},
      {0xE, "Opcode14_Autobahn4_2_4"}, {0xF, "Opcode15_Autobahn4_2_5"},
  };
  for (const auto& [opcode, name] : opcodes) {
    cases.push_back(failing(name, frame(kFinal | opcode)));
    cases.push_back(failing_behind(std::string(name) + "WithPayloadBehindAMessage",
                                   binary(question(1)), {"answer 1"},
                                   frame(kFinal | opcode, "hello") + ping()));
  }
  return cases;
}

std::vector<Case> lengths() {
  std::vector<Case> cases;
  const std::pair<std::size_t, const char*> sizes[] = {
      {11, "ShortestQuestion"},
      {125, "Of125_Autobahn1_2_2"},
      {126, "Of126_Autobahn1_2_3"},
      {127, "Of127_Autobahn1_2_4"},
      {128, "Of128_Autobahn1_2_5"},
      {65'535, "Of65535_Autobahn1_2_6"},
      {kMessageMax, "Of65536_Autobahn1_2_7"},
  };
  for (const auto& [size, name] : sizes) {
    cases.push_back(borne(name, binary(question(7, size)), {"answer 7"}));
  }
  // An empty message is a message, but no ClientFrame of the protocol.
  cases.push_back(failing("Of0_Autobahn1_2_1", binary(""), 4500));
  cases.push_back(failing("AboveTheLimit", binary(question(1, kMessageMax + 1)), 1009));
  return cases;
}

/// A header alone: no payload follows, so the server cannot wait for it.
std::string header(LengthForm form, std::uint64_t announced) {
  return encode({.form = form, .announced = announced});
}

std::vector<Case> announced_lengths() {
  return {
      failing("AboveTheLimitIsNotWaitedFor", header(LengthForm::k64Bits, kMessageMax + 1), 1009),
      failing("Of4GiBIsNotWaitedFor", header(LengthForm::k64Bits, 1ULL << 32U), 1009),
      failing("LargestIsNotWaitedFor", header(LengthForm::k64Bits, ~0ULL >> 1U), 1009),
      failing("MostSignificantBitSet", header(LengthForm::k64Bits, 1ULL << 63U), 1009),
      failing("AllBitsSet", header(LengthForm::k64Bits, ~0ULL), 1009),
      failing("ManyFragmentsDoNotOverflow",
              fragment(kBinary, "x", false) + encode({.first = kFinal | kContinuation,
                                                      .form = LengthForm::k64Bits,
                                                      .announced = ~0ULL}),
              1009),
  };
}

Case not_minimal(std::string name, LengthForm form, const std::string& payload) {
  return failing(std::move(name), encode({.payload = payload, .form = form}));
}

std::vector<Case> lengths_written_too_long() {
  return {
      not_minimal("Of0In16Bits", LengthForm::k16Bits, ""),
      not_minimal("Of11In16Bits", LengthForm::k16Bits, question(1)),
      not_minimal("Of125In16Bits", LengthForm::k16Bits, question(1, 125)),
      not_minimal("Of0In64Bits", LengthForm::k64Bits, ""),
      not_minimal("Of125In64Bits", LengthForm::k64Bits, question(1, 125)),
      not_minimal("Of126In64Bits", LengthForm::k64Bits, question(1, 126)),
      not_minimal("Of65535In64Bits", LengthForm::k64Bits, question(1, 65'535)),
  };
}

INSTANTIATE_TEST_SUITE_P(Section5_2_ReservedBits, Conversation, ValuesIn(reserved_bits()), name_of);
INSTANTIATE_TEST_SUITE_P(Section5_2_ReservedOpcodes, Conversation, ValuesIn(reserved_opcodes()),
                         name_of);
INSTANTIATE_TEST_SUITE_P(Section5_2_Lengths, Conversation, ValuesIn(lengths()), name_of);
INSTANTIATE_TEST_SUITE_P(Section5_2_AnnouncedLengths, Conversation, ValuesIn(announced_lengths()),
                         name_of);
INSTANTIATE_TEST_SUITE_P(Section5_2_LengthsWrittenTooLong, Conversation,
                         ValuesIn(lengths_written_too_long()), name_of);

}  // namespace
}  // namespace rebond::conformance
