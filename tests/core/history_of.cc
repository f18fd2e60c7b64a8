// A café that people of a test made, as its history; and what is found in a history.
#include "tests/core/history_of.h"

#include <algorithm>
#include <functional>
#include <google/protobuf/descriptor.h>
#include <map>

#include "base/check.h"
#include "core/record_kinds.h"

namespace rebond::test {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

/// True when `is_it` is of a number in the message, in what it holds, or in a record that it puts.
bool any_number(const Message& message,
                const std::function<bool(const FieldDescriptor&, std::uint64_t)>& is_it) {
  const auto& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
    for (int i = 0; i < count; ++i) {
      const bool many = field->is_repeated();
      if (field->type() == FieldDescriptor::TYPE_MESSAGE) {
        if (any_number(many ? reflection.GetRepeatedMessage(message, field, i)
                            : reflection.GetMessage(message, field),
                       is_it)) {
          return true;
        }
      } else if (field->type() == FieldDescriptor::TYPE_UINT64) {
        if (is_it(*field, many ? reflection.GetRepeatedUInt64(message, field, i)
                               : reflection.GetUInt64(message, field))) {
          return true;
        }
      } else if (field->type() == FieldDescriptor::TYPE_UINT32 && !many) {
        if (is_it(*field, reflection.GetUInt32(message, field))) return true;
      }
    }
  }
  if (const auto* put = dynamic_cast<const v1::Put*>(&message)) {
    const std::unique_ptr<Message> record = new_record(put->kind());
    CHECK(record != nullptr && record->ParseFromString(put->record()));
    return any_number(*record, is_it);
  }
  return false;
}

bool any_number(const History& history,
                const std::function<bool(const FieldDescriptor&, std::uint64_t)>& is_it) {
  return std::any_of(history.entries.begin(), history.entries.end(), [&](const SharedBytes& entry) {
    return any_number(read_entry_element(*entry).value(), is_it);
  });
}

}  // namespace

History history_of(const CafeBuilder& cafe) {
  History history;
  history.header.set_id("CAFE");
  history.header.set_epoch(kFirstEpoch);
  history.header.set_join_code("CODE");
  auto& records = history.private_records;
  for (const auto& [id, token] : cafe.private_state.tokens()) {
    records.push_back(put_private(v1::PRIVATE_KIND_TOKEN, id, token));
  }
  for (DeviceNumber device = 1; device < cafe.private_state.next_device(); ++device) {
    const v1::DeviceRecord* record = cafe.private_state.device(device);
    if (record != nullptr) {
      records.push_back(put_private(v1::PRIVATE_KIND_DEVICE, device, *record));
    }
  }
  // The links and devices are above: the newest of everything else.
  std::map<std::pair<v1::PrivateKind, Id>, PrivateWrite> kept;
  for (const PrivateWrite& write : cafe.private_writes) {
    if (write.kind == v1::PRIVATE_KIND_TOKEN || write.kind == v1::PRIVATE_KIND_DEVICE) continue;
    kept.insert_or_assign({write.kind, write.id}, write);
  }
  for (const auto& [key, write] : kept) {
    if (write.record) records.push_back(write);
  }
  for (const v1::Entry& entry : cafe.entries) {
    history.entries.push_back(entry_element(entry));
    if (entry.device() == 0) continue;
    v1::OutcomeRecord outcome;
    outcome.mutable_result()->set_command(entry.command());
    outcome.mutable_result()->mutable_accepted()->set_seq(entry.seq());
    records.push_back(
        put_private(v1::PRIVATE_KIND_OUTCOME, make_id(entry.device(), entry.command()), outcome));
  }
  return history;
}

bool holds_words(const History& history, std::string_view words) {
  const auto has = [words](const std::string& bytes) {
    return bytes.find(words) != std::string::npos;
  };
  return std::any_of(history.entries.begin(), history.entries.end(),
                     [&](const SharedBytes& entry) { return has(*entry); }) ||
         std::any_of(
             history.private_records.begin(), history.private_records.end(),
             [&](const PrivateWrite& write) { return write.record && has(*write.record); }) ||
         has(replay(history).value().to_snapshot());
}

bool holds_number(const History& history, std::uint64_t number) {
  return any_number(history, [number](const FieldDescriptor& field, std::uint64_t value) {
    return field.type() == FieldDescriptor::TYPE_UINT64 && value == number;
  });
}

bool holds_device(const History& history, DeviceNumber device) {
  return any_number(history, [device](const FieldDescriptor& field, std::uint64_t value) {
    return field.name() == "device" && value == device;
  });
}

}  // namespace rebond::test
