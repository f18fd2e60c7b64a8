// Tokens, devices, outcomes and names (rule EO7).
#include "core/private_state.h"

#include <gtest/gtest.h>

#include "base/hash.h"
#include "base/limits.h"

namespace rebond {
namespace {

v1::Result accepted(CommandNumber command) {
  v1::Result result;
  result.set_command(command);
  result.mutable_accepted()->set_seq(command + 1'000);
  return result;
}

/// What a store would hold: writes by kind and id. Recovery hands it back.
class Shelf {
 public:
  void apply(const std::vector<PrivateWrite>& writes) {
    for (const PrivateWrite& write : writes) {
      if (write.record) kept_[{write.kind, write.id}] = write;
      if (!write.record) kept_.erase({write.kind, write.id});
    }
  }
  PrivateState recovered() const {
    PrivateState state;
    for (const auto& [key, write] : kept_) state.apply(write);
    return state;
  }
  std::size_t size() const { return kept_.size(); }

 private:
  std::map<std::pair<v1::PrivateKind, Id>, PrivateWrite> kept_;
};

TEST(PrivateState, EO7TheLast256OutcomesOfADeviceAreKept) {
  PrivateState state;
  Shelf shelf;
  for (CommandNumber number = 1; number <= 300; ++number) {
    const std::vector<PrivateWrite> writes = state.outcome_writes(7, accepted(number));
    for (const PrivateWrite& write : writes) state.apply(write);
    shelf.apply(writes);
  }
  EXPECT_EQ(shelf.size(), kOutcomesKept);
  for (const PrivateState& copy : {state, shelf.recovered()}) {
    EXPECT_EQ(copy.last_command(7), 300U);
    EXPECT_EQ(copy.outcome(7, 44), nullptr);
    for (CommandNumber number = 45; number <= 300; ++number) {
      ASSERT_NE(copy.outcome(7, number), nullptr) << number;
      EXPECT_EQ(copy.outcome(7, number)->accepted().seq(), number + 1'000);
    }
  }
}

TEST(PrivateState, EO7EachDeviceHasItsOwnOutcomes) {
  PrivateState state;
  for (const PrivateWrite& write : state.outcome_writes(7, accepted(1))) state.apply(write);
  EXPECT_EQ(state.last_command(8), 0U);
  EXPECT_EQ(state.outcome(8, 1), nullptr);
  EXPECT_EQ(state.outcome(7, 2), nullptr);
}

TEST(PrivateState, FindsATokenUntilItIsRevoked) {
  PrivateState state;
  EXPECT_EQ(state.next_token(), 1U);
  v1::TokenRecord record;
  record.set_token_hash(hashed("a secret"));
  record.set_role(v1::ROLE_CAPTAIN);
  state.apply(put_private(v1::PRIVATE_KIND_TOKEN, 5, record));
  EXPECT_EQ(state.find_token("a secret"), Id{5});
  EXPECT_FALSE(state.find_token("another").has_value());
  EXPECT_EQ(state.next_token(), 6U);

  record.set_revoked(true);
  state.apply(put_private(v1::PRIVATE_KIND_TOKEN, 5, record));
  EXPECT_FALSE(state.find_token("a secret").has_value());
  EXPECT_TRUE(state.knows_token("a secret"));
  EXPECT_FALSE(state.knows_token("another"));
  ASSERT_NE(state.token(5), nullptr);
  EXPECT_TRUE(state.token(5)->revoked());
}

TEST(PrivateState, FindsADeviceByItsKey) {
  PrivateState state;
  EXPECT_EQ(state.next_device(), 1U);
  v1::DeviceRecord record;
  record.set_key_hash(hashed("a key"));
  record.set_token(5);
  state.apply(put_private(v1::PRIVATE_KIND_DEVICE, 3, record));
  EXPECT_EQ(state.find_device("a key"), DeviceNumber{3});
  EXPECT_FALSE(state.find_device("another").has_value());
  EXPECT_EQ(state.device(3)->token(), 5U);
  EXPECT_EQ(state.device(4), nullptr);
  EXPECT_EQ(state.next_device(), 4U);
}

TEST(PrivateState, ForgetsWhatIsRemoved) {
  PrivateState state;
  v1::TokenRecord token;
  token.set_token_hash(hashed("a secret"));
  v1::DeviceRecord device;
  device.set_key_hash(hashed("a key"));
  v1::PersonRecord person;
  person.set_name("Ana");
  state.apply(put_private(v1::PRIVATE_KIND_TOKEN, 1, token));
  state.apply(put_private(v1::PRIVATE_KIND_DEVICE, 1, device));
  state.apply(put_private(v1::PRIVATE_KIND_PERSON, 1, person));
  EXPECT_EQ(state.people().at(1).name(), "Ana");
  for (const auto kind :
       {v1::PRIVATE_KIND_TOKEN, v1::PRIVATE_KIND_DEVICE, v1::PRIVATE_KIND_PERSON}) {
    state.apply(PrivateWrite{kind, 1, std::nullopt});
  }
  EXPECT_FALSE(state.knows_token("a secret"));
  EXPECT_FALSE(state.find_device("a key").has_value());
  EXPECT_TRUE(state.people().empty());
}

TEST(PrivateState, KeepsOutWhatItCannotRead) {
  PrivateState state;
  for (int kind = 0; kind <= v1::PrivateKind_MAX + 1; ++kind) {
    state.apply(PrivateWrite{static_cast<v1::PrivateKind>(kind), 1, "\x0a\xff"});
  }
  EXPECT_EQ(state.token(1), nullptr);
  EXPECT_EQ(state.device(1), nullptr);
  EXPECT_TRUE(state.people().empty());
  EXPECT_EQ(state.last_command(0), 0U);
  EXPECT_TRUE(state.support().empty());
  EXPECT_EQ(state.draft(1), nullptr);
  EXPECT_EQ(state.author_of(1), nullptr);
  EXPECT_TRUE(state.undo_of(1).steps().empty());
}

}  // namespace
}  // namespace rebond
