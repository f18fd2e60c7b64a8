// WebSocket frames put together by hand, right or wrong (RFC 6455, section 5.2).
#include "tests/conformance/frames.h"

#include <array>
#include <gtest/gtest.h>

#include "rebond/v1/frame.pb.h"

namespace rebond::conformance {
namespace {

constexpr std::array<unsigned, 4> kMask = {0x37, 0xFA, 0x21, 0x3D};
constexpr unsigned kLength16 = 126;
constexpr unsigned kLength64 = 127;

std::string big_endian(std::uint64_t value, unsigned bytes) {
  std::string text;
  for (unsigned i = bytes; i > 0; --i) text += static_cast<char>(value >> (8 * (i - 1)));
  return text;
}

LengthForm shortest(std::uint64_t length) {
  if (length < kLength16) return LengthForm::kShortest;
  return length <= 0xFFFF ? LengthForm::k16Bits : LengthForm::k64Bits;
}

/// A field that no version of the protocol knows, tag and length included, `bytes` long.
std::string padding(std::size_t bytes) {
  constexpr char kTag[] = "\xA2\x06";  // field 100, with a length
  std::string length;
  std::size_t content = 0;
  for (std::size_t taken = 3;; ++taken) {
    content = bytes - taken;
    length.clear();
    for (std::size_t left = content; left >= 0x80; left >>= 7U) {
      length += static_cast<char>((left & 0x7FU) | 0x80U);
    }
    length += static_cast<char>(content >> (7 * length.size()));
    if (2 + length.size() + content == bytes) break;
  }
  return kTag + length + std::string(content, 'p');
}

}  // namespace

std::string encode(const RawFrame& frame) {
  const std::uint64_t length = frame.announced.value_or(frame.payload.size());
  const LengthForm form = frame.form == LengthForm::kShortest ? shortest(length) : frame.form;
  const unsigned mask_bit = frame.masked ? 0x80U : 0U;
  std::string bytes(1, static_cast<char>(frame.first));
  if (form == LengthForm::k16Bits) {
    bytes += static_cast<char>(mask_bit | kLength16);
    bytes += big_endian(length, 2);
  } else if (form == LengthForm::k64Bits) {
    bytes += static_cast<char>(mask_bit | kLength64);
    bytes += big_endian(length, 8);
  } else {
    bytes += static_cast<char>(mask_bit | length);
  }
  if (!frame.masked) return bytes + frame.payload;
  for (const unsigned byte : kMask) bytes += static_cast<char>(byte);
  std::size_t at = 0;
  for (const char byte : frame.payload) {
    bytes += static_cast<char>(static_cast<unsigned char>(byte) ^ kMask[at++ % kMask.size()]);
  }
  return bytes;
}

std::string binary(std::string_view payload) {
  return encode({.payload = std::string(payload)});
}

std::string text(std::string_view payload) {
  return encode({.first = kFinal | kText, .payload = std::string(payload)});
}

std::string ping(std::string_view payload) {
  return encode({.first = kFinal | kPing, .payload = std::string(payload)});
}

std::string pong(std::string_view payload) {
  return encode({.first = kFinal | kPong, .payload = std::string(payload)});
}

std::string close(unsigned code, std::string_view reason) {
  return encode({.first = kFinal | kClose, .payload = big_endian(code, 2) + std::string(reason)});
}

std::string close_without_code() {
  return encode({.first = kFinal | kClose});
}

std::string fragments(std::initializer_list<std::string_view> pieces) {
  std::string bytes;
  std::size_t left = pieces.size();
  for (const std::string_view piece : pieces) {
    bytes += fragment(left == pieces.size() ? kBinary : kContinuation, piece, left == 1);
    --left;
  }
  return bytes;
}

std::string fragment(unsigned opcode, std::string_view payload, bool final) {
  return encode({.first = opcode | (final ? kFinal : 0U), .payload = std::string(payload)});
}

std::string question(int number, std::size_t bytes) {
  v1::ClientFrame frame;
  frame.mutable_ping()->set_client_time_ms(number);
  std::string message = frame.SerializeAsString();
  if (bytes > message.size()) message += padding(bytes - message.size());
  EXPECT_TRUE(bytes == 0 || message.size() == bytes);
  return message;
}

}  // namespace rebond::conformance
