// Rule ER1 for every kind of record that there is, also the next one.
#include <algorithm>
#include <array>
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>
#include <string_view>

#include "core/erase.h"
#include "core/rules.h"
#include "tests/core/history_of.h"

namespace rebond::test {
namespace {

using google::protobuf::FieldDescriptor;

/// Numbers that name things. A field that is not here is taken for a person's.
constexpr std::array<std::string_view, 15> kNamesOfThings = {
    "table", "round", "step",      "from", "to",          "group",      "after",  "card",
    "cards", "about", "spotlight", "seed", "merged_into", "suggestion", "sources"};

/// Puts the person's number into every field that may hold it, the device's into the others.
void name_everywhere(google::protobuf::Message& record, Id participant, DeviceNumber device) {
  const auto& reflection = *record.GetReflection();
  for (int i = 0; i < record.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor* field = record.GetDescriptor()->field(i);
    const bool thing = std::find(kNamesOfThings.begin(), kNamesOfThings.end(), field->name()) !=
                       kNamesOfThings.end();
    if (field->type() == FieldDescriptor::TYPE_UINT64 && !thing) {
      field->is_repeated() ? reflection.AddUInt64(&record, field, participant)
                           : reflection.SetUInt64(&record, field, participant);
    } else if (field->name() == "device") {
      reflection.SetUInt32(&record, field, device);
    }
  }
}

TEST(EraseKinds, ER1EveryKindOfRecordLetsGoOfThePerson) {
  CafeBuilder cafe;
  const Person& zelie = cafe.as_guest("Zélie");
  History history = history_of(cafe);
  int kinds = 0;
  for (int number = 1; number <= v1::RecordKind_MAX; ++number) {
    const auto kind = static_cast<v1::RecordKind>(number);
    const auto record = new_record(kind);
    if (record == nullptr) continue;
    name_everywhere(*record, zelie.participant(), zelie.member().device);
    v1::Entry entry;
    entry.set_seq(static_cast<Seq>(history.entries.size()) + 1);
    v1::Put& put = *entry.add_changes()->mutable_put();
    put.set_kind(kind);
    put.set_id(make_id(0, 9'000));
    put.set_record(record->SerializeAsString());
    history.entries.push_back(entry_element(entry));
    ++kinds;
  }
  ASSERT_GE(kinds, 26);
  const Result<Erasure> erased = erase_person(history, {{zelie.participant(), 0}, false, 99});
  ASSERT_TRUE(erased.has_value());

  EXPECT_FALSE(holds_number(erased->history, zelie.participant()))
      << "a record names a person in a field that unlink() of core/erase.cc does not know";
  EXPECT_FALSE(holds_device(erased->history, zelie.member().device));
}

}  // namespace
}  // namespace rebond::test
