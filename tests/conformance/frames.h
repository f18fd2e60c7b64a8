// WebSocket frames put together by hand, right or wrong (RFC 6455, section 5.2).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rebond::conformance {

// The first byte: FIN, three reserved bits, the opcode.
inline constexpr unsigned kFinal = 0x80;
inline constexpr unsigned kRsv1 = 0x40;
inline constexpr unsigned kRsv2 = 0x20;
inline constexpr unsigned kRsv3 = 0x10;
inline constexpr unsigned kContinuation = 0x0;
inline constexpr unsigned kText = 0x1;
inline constexpr unsigned kBinary = 0x2;
inline constexpr unsigned kClose = 0x8;
inline constexpr unsigned kPing = 0x9;
inline constexpr unsigned kPong = 0xA;

/// How the length of the payload is written.
enum class LengthForm { kShortest, k16Bits, k64Bits };

struct RawFrame {
  unsigned first = kFinal | kBinary;
  std::string payload = {};
  bool masked = true;
  LengthForm form = LengthForm::kShortest;
  /// What the header says about the length; none: the truth.
  std::optional<std::uint64_t> announced = std::nullopt;
};

std::string encode(const RawFrame& frame);

// What most cases are made of, masked and in the shortest form.
std::string binary(std::string_view payload);
std::string text(std::string_view payload);
std::string ping(std::string_view payload = {});
std::string pong(std::string_view payload = {});
std::string close(unsigned code, std::string_view reason = {});
std::string close_without_code();

/// A message in as many fragments as there are pieces; none of them may be missing.
std::string fragments(std::initializer_list<std::string_view> pieces);
/// A fragment: `opcode` is kContinuation in all but the first.
std::string fragment(unsigned opcode, std::string_view payload, bool final);

/// A message of the protocol that is answered with `number`; exactly `bytes` long unless 0.
std::string question(int number, std::size_t bytes = 0);

}  // namespace rebond::conformance
