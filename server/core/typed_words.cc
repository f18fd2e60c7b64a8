// Which words in the records of a café one person typed: phrases, names, tags, questions.
#include "core/typed_words.h"

#include <algorithm>
#include <google/protobuf/descriptor.h>

namespace rebond {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

/// The strings of a message; none of a null one.
TypedWords::Words words_of(const Message* message) {
  TypedWords::Words words;
  if (message == nullptr) return words;
  const std::unique_ptr<Message> copy(message->New());
  copy->CopyFrom(*message);
  rewrite_strings(*copy, [&](int field, const std::string& value) {
    words.emplace(field, value);
    return value;
  });
  return words;
}

}  // namespace

void rewrite_strings(Message& message,
                     const std::function<std::string(int, const std::string&)>& rewrite) {
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor* field = message.GetDescriptor()->field(i);
    if (field->type() != FieldDescriptor::TYPE_STRING) continue;
    if (field->is_repeated()) {
      for (int at = 0; at < reflection.FieldSize(message, field); ++at) {
        const std::string value = reflection.GetRepeatedString(message, field, at);
        if (!value.empty()) {
          reflection.SetRepeatedString(&message, field, at, rewrite(field->number(), value));
        }
      }
    } else if (const std::string value = reflection.GetString(message, field); !value.empty()) {
      reflection.SetString(&message, field, rewrite(field->number(), value));
    }
  }
}

const TypedWords::Words& TypedWords::put(const v1::Put& put, From from) {
  const RecordKey key{put.kind(), put.id()};
  const StoredRecord* stored = records_.find(key);
  const Words before = words_of(stored == nullptr ? nullptr : stored->message.get());
  if (!records_.put(key, share(put.record()))) return typed_[key];
  Words& ever = ever_typed_[key];
  Words typed;
  for (const auto& word : words_of(records_.find(key)->message.get())) {
    if (before.contains(word) ? typed_[key].contains(word) : is_theirs(key, word, from)) {
      typed.insert(word);
    }
  }
  ever.insert(typed.begin(), typed.end());
  return typed_[key] = std::move(typed);
}

bool TypedWords::is_theirs(RecordKey key, const std::pair<int, std::string>& word,
                           From from) const {
  if (from == From::kEarlier) {
    const auto ever = ever_typed_.find(key);
    return ever != ever_typed_.end() && ever->second.contains(word);
  }
  // A group that takes another one over keeps its names, whoever typed them.
  const bool taken_over =
      key.kind == v1::RECORD_KIND_GROUP && word.first == v1::Group::kOtherNamesFieldNumber;
  if (!taken_over) return from == From::kSubject;
  return std::any_of(ever_typed_.begin(), ever_typed_.end(), [&](const auto& typed) {
    return typed.first.kind == key.kind &&
           (typed.second.contains({v1::Group::kNameFieldNumber, word.second}) ||
            typed.second.contains(word));
  });
}

void TypedWords::remove(const v1::RecordRef& ref) {
  const RecordKey key{ref.kind(), ref.id()};
  records_.remove(key);
  typed_.erase(key);
}

const TypedWords::Words& TypedWords::typed(RecordKey key) const {
  static const Words kNone;
  const auto found = typed_.find(key);
  return found == typed_.end() ? kNone : found->second;
}

}  // namespace rebond
