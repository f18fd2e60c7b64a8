// What most fuzzers take as their input: a sequence of acts, each with the bytes of one message.
#pragma once

#include <cstddef>
#include <cstdint>
#include <google/protobuf/message.h>

#include "rebond/v1/frame.pb.h"

namespace rebond::fuzz {

/// `number` says who acts and how, `command` holds the bytes that they send: any bytes.
using Script = v1::CommandBatch;
using Act = v1::NumberedCommand;

/// More acts than this are cut off, so that no input takes long.
inline constexpr int kActsMax = 96;

/// What can be read of an input.
Script parse_script(const std::uint8_t* data, std::size_t size);

/// Room for an input that libFuzzer changes in place.
struct Input {
  std::uint8_t* data = nullptr;
  std::size_t size = 0;
  std::size_t size_max = 0;
};

/// Changes one act of the script in `input`, or their order. The bytes of an act are changed as a
/// message like `prototype`, field by field, and sometimes as bytes. Returns the new size.
std::size_t mutate_script(Input input, unsigned seed, const google::protobuf::Message& prototype);

/// The beginning of one script and the end of another, in `out`. Returns its size.
std::size_t cross_scripts(const Script& left, const Script& right, Input out, unsigned seed);

}  // namespace rebond::fuzz

/// Tells libFuzzer to change inputs as scripts of that type of message.
#define REBOND_FUZZ_SCRIPTS(Message)                                                               \
  extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,             \
                                                 std::size_t size_max, unsigned seed) {            \
    return rebond::fuzz::mutate_script({data, size, size_max}, seed, Message::default_instance()); \
  }                                                                                                \
  extern "C" std::size_t LLVMFuzzerCustomCrossOver(                                                \
      const std::uint8_t* left, std::size_t left_size, const std::uint8_t* right,                  \
      std::size_t right_size, std::uint8_t* out, std::size_t out_max, unsigned seed) {             \
    return rebond::fuzz::cross_scripts(rebond::fuzz::parse_script(left, left_size),                \
                                       rebond::fuzz::parse_script(right, right_size),              \
                                       {out, 0, out_max}, seed);                                   \
  }
