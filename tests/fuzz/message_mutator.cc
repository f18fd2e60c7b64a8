// Changes messages field by field, whatever their type: a new command is fuzzed by itself.
#include "tests/fuzz/message_mutator.h"

#include <iterator>
#include <limits>
#include <memory>

#include "core/record_kinds.h"
#include "core/utf8.h"
#include "rebond/v1/command.pb.h"
#include "rebond/v1/entry.pb.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t size_max);

namespace rebond::fuzz {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

constexpr std::size_t kIdsMax = 256;
constexpr int kElementsMax = 16;
constexpr std::size_t kGrowth = 24;

/// An empty message of the type that a field of bytes holds; null when it holds other bytes.
std::unique_ptr<Message> message_in(const Message& holder, const FieldDescriptor* field) {
  if (field->full_name() == "rebond.v1.NumberedCommand.command") {
    return std::make_unique<v1::Command>();
  }
  if (field->full_name() == "rebond.v1.SnapshotChunk.data") return std::make_unique<v1::Snapshot>();
  if (field->full_name() != "rebond.v1.Put.record") return nullptr;
  return new_record(static_cast<const v1::Put&>(holder).kind());
}

}  // namespace

void MessageMutator::learn(const Message& message) {
  std::vector<const FieldDescriptor*> fields;
  const Reflection& reflection = *message.GetReflection();
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (ids_.size() >= kIdsMax) return;
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_UINT64 && !field->is_repeated()) {
      ids_.push_back(reflection.GetUInt64(message, field));
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE && field->is_repeated()) {
      for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
        learn(reflection.GetRepeatedMessage(message, field, i));
      }
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      learn(reflection.GetMessage(message, field));
    } else if (const std::unique_ptr<Message> inside = message_in(message, field)) {
      if (inside->ParseFromString(reflection.GetString(message, field))) learn(*inside);
    }
  }
}

MessageMutator::Field MessageMutator::choose(const Message& message) {
  std::vector<const FieldDescriptor*> present;
  message.GetReflection()->ListFields(message, &present);
  if (!present.empty() && !one_in(5)) return present[below(static_cast<unsigned>(present.size()))];
  const auto& type = *message.GetDescriptor();
  return type.field(static_cast<int>(below(static_cast<unsigned>(type.field_count()))));
}

void MessageMutator::mutate(Message& message) {
  if (message.GetDescriptor()->field_count() == 0) return;
  const Field field = choose(message);
  if (field->is_repeated()) return mutate_repeated(message, field);
  if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) return set(message, field);
  const Reflection& reflection = *message.GetReflection();
  const bool is_new = !reflection.HasField(message, field);
  if (!is_new && one_in(16)) return reflection.ClearField(&message, field);
  Message& inside = *reflection.MutableMessage(&message, field);
  for (int left = is_new ? 6 : 1; left > 0; --left) mutate(inside);
}

void MessageMutator::mutate_repeated(Message& message, Field field) {
  const Reflection& reflection = *message.GetReflection();
  const int size = reflection.FieldSize(message, field);
  const bool is_message = field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
  if (size > 0 && one_in(8)) return reflection.RemoveLast(&message, field);
  if (size > 1 && one_in(6)) {
    return reflection.SwapElements(&message, field, 0,
                                   1 + static_cast<int>(below(static_cast<unsigned>(size) - 1)));
  }
  if (size == 0 || (size < kElementsMax && one_in(3))) {
    if (!is_message) return set(message, field);
    Message& added = *reflection.AddMessage(&message, field);
    // Often like the one before it: a sequence.
    if (size > 0 && one_in(2))
      added.CopyFrom(reflection.GetRepeatedMessage(message, field, size - 1));
    for (int left = 3; left > 0; --left) mutate(added);
    return;
  }
  if (!is_message) return;
  const int index = static_cast<int>(below(static_cast<unsigned>(size)));
  mutate(*reflection.MutableRepeatedMessage(&message, field, index));
}

void MessageMutator::set(Message& message, Field field) {
  const Reflection& to = *message.GetReflection();
  const bool add = field->is_repeated();
  switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_UINT64:
      return add ? to.AddUInt64(&message, field, id()) : to.SetUInt64(&message, field, id());
    case FieldDescriptor::CPPTYPE_UINT32:
      return add ? to.AddUInt32(&message, field, number())
                 : to.SetUInt32(&message, field, number());
    case FieldDescriptor::CPPTYPE_BOOL:
      return add ? to.AddBool(&message, field, one_in(2))
                 : to.SetBool(&message, field, !to.GetBool(message, field));
    case FieldDescriptor::CPPTYPE_ENUM: {
      const auto values = static_cast<unsigned>(field->enum_type()->value_count());
      const int value = one_in(12) ? 99 : static_cast<int>(below(values + 1));
      return add ? to.AddEnumValue(&message, field, value)
                 : to.SetEnumValue(&message, field, value);
    }
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return add ? to.AddDouble(&message, field, time()) : to.SetDouble(&message, field, time());
    case FieldDescriptor::CPPTYPE_STRING:
      return set_text(message, field);
    default:
      return;  // The contract has no other types.
  }
}

void MessageMutator::set_text(Message& message, Field field) {
  const Reflection& to = *message.GetReflection();
  const bool utf8 = field->type() == FieldDescriptor::TYPE_STRING;
  if (field->is_repeated()) return to.AddString(&message, field, text({}, utf8));
  const std::string before = to.GetString(message, field);
  const std::unique_ptr<Message> inside = message_in(message, field);
  if (inside == nullptr || one_in(12) || !inside->ParseFromString(before)) {
    return to.SetString(&message, field, text(before, utf8));
  }
  mutate(*inside);
  to.SetString(&message, field, inside->SerializeAsString());
}

std::string MessageMutator::text(const std::string& before, bool utf8) {
  static const char* const kWords[] = {"",
                                       "eau",
                                       "vélo élec\u0301trique",
                                       "🙂👩‍👩‍👧",
                                       " ",
                                       "\r\n",
                                       "l'école",
                                       "0123456789abcdef",
                                       "\u0000",
                                       "\ufeff",
                                       "<b>"};
  if (one_in(3)) return kWords[below(std::size(kWords))];
  if (one_in(16)) return std::string(below(6'000), 'm');
  if (one_in(4)) return before + before;
  std::string bytes = before;
  bytes.resize(before.size() + kGrowth);
  bytes.resize(
      LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(bytes.data()), before.size(), bytes.size()));
  return utf8 && !is_utf8(bytes) ? before : bytes;
}

Id MessageMutator::id() {
  const std::uint32_t way = below(16);
  if (way < 8 && !ids_.empty()) return ids_[below(static_cast<unsigned>(ids_.size()))];
  if (way < 10 && !ids_.empty()) return ids_[below(static_cast<unsigned>(ids_.size()))] + 1;
  if (way < 13) return make_id(1 + below(8), 1 + below(32));
  if (way < 15) return below(8);
  return one_in(2) ? std::numeric_limits<Id>::max() : random_.next_u64();
}

std::uint32_t MessageMutator::number() {
  static constexpr std::uint32_t kEdges[] = {0x7fff'ffff, 0x8000'0000, 0xffff'fffe, 0xffff'ffff};
  if (one_in(8)) return kEdges[below(std::size(kEdges))];
  return one_in(4) ? below(10'000) : below(12);
}

double MessageMutator::time() {
  static constexpr double kEdges[] = {0,
                                      -1,
                                      1e300,
                                      1'767'225'600'000.0,
                                      std::numeric_limits<double>::infinity(),
                                      std::numeric_limits<double>::quiet_NaN()};
  return kEdges[below(std::size(kEdges))];
}

}  // namespace rebond::fuzz
