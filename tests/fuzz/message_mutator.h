// Changes messages field by field, whatever their type: a new command is fuzzed by itself.
#pragma once

#include <cstdint>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/random.h"

namespace rebond::fuzz {

/// Values are small, likely or at an edge; ids are mostly those that the messages learned speak of.
class MessageMutator {
 public:
  explicit MessageMutator(std::uint64_t seed) : random_(seed) {}

  /// Remembers the ids in `message`.
  void learn(const google::protobuf::Message& message);

  /// Changes one field of the message or of one inside it.
  void mutate(google::protobuf::Message& message);

  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(random_.below(bound));
  }
  bool one_in(std::uint32_t bound) { return below(bound) == 0; }

 private:
  using Field = const google::protobuf::FieldDescriptor*;

  Field choose(const google::protobuf::Message& message);
  void mutate_repeated(google::protobuf::Message& message, Field field);
  void mutate_inside(google::protobuf::Message& message, Field field);
  /// Sets a field of a scalar type, or adds an element to it.
  void set(google::protobuf::Message& message, Field field);
  void set_text(google::protobuf::Message& message, Field field);
  std::string text(const std::string& before, bool utf8);

  Id id();
  std::uint32_t number();
  double time();

  SeededRandom random_;
  std::vector<Id> ids_;
};

}  // namespace rebond::fuzz
