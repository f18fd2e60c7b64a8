// What most fuzzers take as their input: how it is read, changed and mixed.
#include "tests/fuzz/script.h"

#include <algorithm>
#include <memory>
#include <string>

#include "tests/fuzz/message_mutator.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t size_max);

namespace rebond::fuzz {
namespace {

/// 0 when the script does not fit.
std::size_t write(const Script& script, Input out) {
  const std::size_t size = script.ByteSizeLong();
  if (size > out.size_max) return 0;
  script.SerializeToArray(out.data, static_cast<int>(size));
  return size;
}

void mutate_bytes(std::string& bytes) {
  const std::size_t size = bytes.size();
  bytes.resize(size + 64);
  bytes.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(bytes.data()), size, size + 64));
}

void mutate_act(Act& act, MessageMutator& mutator, const google::protobuf::Message& prototype) {
  if (mutator.one_in(6)) {
    act.set_number(mutator.one_in(2) ? mutator.below(64)
                                     : act.number() ^ (1U << mutator.below(32)));
    return;
  }
  const std::unique_ptr<google::protobuf::Message> message(prototype.New());
  if (mutator.one_in(12) || !message->ParseFromString(act.command())) {
    mutate_bytes(*act.mutable_command());
    return;
  }
  mutator.mutate(*message);
  message->SerializeToString(act.mutable_command());
}

/// Adds, repeats, drops, moves or changes an act.
void mutate_acts(Script& script, MessageMutator& mutator,
                 const google::protobuf::Message& prototype) {
  auto& acts = *script.mutable_commands();
  const auto any = [&] {
    return static_cast<int>(mutator.below(static_cast<unsigned>(acts.size())));
  };
  if (acts.empty() || (acts.size() < kActsMax && mutator.one_in(8))) {
    const Act model = acts.empty() ? Act() : acts[any()];
    *acts.Add() = model;
    acts.SwapElements(any(), acts.size() - 1);
  } else if (mutator.one_in(16)) {
    acts.DeleteSubrange(any(), 1);
  } else if (mutator.one_in(16)) {
    acts.SwapElements(any(), any());
    return;
  }
  if (!acts.empty()) mutate_act(acts[any()], mutator, prototype);
}

}  // namespace

Script parse_script(const std::uint8_t* data, std::size_t size) {
  Script script;
  // What stands before the first byte that cannot be read is kept.
  static_cast<void>(script.ParseFromArray(data, static_cast<int>(size)));
  if (script.commands_size() > kActsMax) {
    script.mutable_commands()->DeleteSubrange(kActsMax, script.commands_size() - kActsMax);
  }
  return script;
}

std::size_t mutate_script(Input input, unsigned seed, const google::protobuf::Message& prototype) {
  MessageMutator mutator(seed);
  Script script = parse_script(input.data, input.size);
  for (const Act& act : script.commands()) {
    const std::unique_ptr<google::protobuf::Message> message(prototype.New());
    if (message->ParseFromString(act.command())) mutator.learn(*message);
  }
  mutate_acts(script, mutator, prototype);
  const std::size_t size = write(script, input);
  return size != 0 ? size : LLVMFuzzerMutate(input.data, input.size, input.size_max);
}

std::size_t cross_scripts(const Script& left, const Script& right, Input out, unsigned seed) {
  MessageMutator mutator(seed);
  const auto cut = [&](const Script& script) {
    return static_cast<int>(mutator.below(static_cast<unsigned>(script.commands_size()) + 1));
  };
  Script mixed;
  const int left_end = cut(left);
  for (int i = 0; i < left_end; ++i) *mixed.add_commands() = left.commands(i);
  for (int i = cut(right); i < right.commands_size(); ++i) {
    *mixed.add_commands() = right.commands(i);
  }
  return write(mixed, out);
}

}  // namespace rebond::fuzz
