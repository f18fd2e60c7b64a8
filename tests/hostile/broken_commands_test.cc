// Attacks with commands: bytes, words and ids that no client of ours would send.
#include <gmock/gmock.h>
#include <google/protobuf/descriptor.h>

#include "base/ids.h"
#include "tests/hostile/besieged.h"
#include "tests/hostile/intruder.h"

namespace rebond {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using testing::AnyOf;

/// Calls `visit` for every string field below `message`, which is set to `words`, one at a time.
template <typename Visit>
void with_each_string(Message& message, const std::string& words, const Visit& visit) {
  const auto& reflection = *message.GetReflection();
  const Descriptor& kind = *message.GetDescriptor();
  for (int i = 0; i < kind.field_count(); ++i) {
    const FieldDescriptor* field = kind.field(i);
    if (field->type() == FieldDescriptor::TYPE_STRING) {
      field->is_repeated() ? reflection.AddString(&message, field, words)
                           : reflection.SetString(&message, field, words);
      visit(field->full_name());
    } else if (field->type() == FieldDescriptor::TYPE_MESSAGE) {
      Message* inner = field->is_repeated() ? reflection.AddMessage(&message, field)
                                            : reflection.MutableMessage(&message, field);
      with_each_string(*inner, words, visit);
    }
    reflection.ClearField(&message, field);
  }
}

class BrokenCommands : public Besieged {
 protected:
  /// Of somebody who may do everything.
  loadtest::AttackTarget facilitator() const {
    loadtest::AttackTarget facilitator = target();
    facilitator.token = cafe().facilitator.token;
    return facilitator;
  }
};

TEST_F(BrokenCommands, EO5RejectsWhatCannotBeReadAndGoesOn) {
  Intruder intruder(target());
  const std::string groups = std::string(10'000, '\x0b') + std::string(10'000, '\x0c');
  const std::string broken[] = {"\xff", "\x0a", std::string(1'000, '\0'), groups, "\x5a\xff\x0f"};
  for (const std::string& bytes : broken) {
    const auto rejection = intruder.rejection_of_bytes(bytes);
    ASSERT_TRUE(rejection);
    EXPECT_EQ(rejection->code(), v1::REJECTION_CODE_MALFORMED);
  }
  EXPECT_TRUE(intruder.is_served());
  expect_everybody_is_served();
}

TEST_F(BrokenCommands, TX10RejectsInvalidUtf8InEveryStringOfEveryCommand) {
  Intruder intruder(facilitator());
  int strings = 0;
  v1::Command command;
  with_each_string(command, "caf\xff", [&](const std::string& name) {
    ++strings;
    const auto rejection = intruder.rejection_of(command);
    ASSERT_TRUE(rejection) << name;
    EXPECT_EQ(rejection->code(), v1::REJECTION_CODE_MALFORMED) << name;
  });
  EXPECT_GT(strings, 15);
  expect_everybody_is_served();
}

TEST_F(BrokenCommands, EO5RejectsOversizedWordsInEveryStringOfEveryCommand) {
  Intruder intruder(facilitator());
  v1::Command command;
  with_each_string(command, std::string(30'000, 'x'), [&](const std::string& name) {
    EXPECT_TRUE(intruder.rejection_of(command)) << name;
  });
  EXPECT_TRUE(intruder.is_served());
  expect_everybody_is_served();
}

TEST_F(BrokenCommands, RU8RejectsTheIdsOfOthers) {
  Intruder intruder(target());
  const Id foreign = make_id(intruder.device() + 1, 1);
  const Id own = make_id(intruder.device(), 1);
  for (const auto& [card, run] : {std::pair{foreign, own}, std::pair{own, foreign},
                                  std::pair<Id, Id>{0, 0}, std::pair{~Id{0}, ~Id{0}}}) {
    v1::Command command;
    v1::AddCard& add = *command.mutable_add_card();
    add.set_card(card);
    add.set_run(run);
    add.set_text("à qui ?");
    EXPECT_TRUE(intruder.rejection_of(command)) << card << " " << run;
  }
  expect_everybody_is_served();
}

}  // namespace
}  // namespace rebond
