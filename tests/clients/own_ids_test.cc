// The ids of a device that is known under one number after the other.
#include "clients/cpp/own_ids.h"

#include <gtest/gtest.h>

namespace rebond {
namespace {

v1::Command adding(OwnIds& ids) {
  v1::Command command;
  command.mutable_add_card()->set_card(ids.make());
  command.mutable_add_card()->set_run(ids.make());
  return command;
}

TEST(OwnIds, NeverMakesAnIdTwiceWhenAnEarlierNumberComesBack) {
  OwnIds ids;
  ids.become(7);
  const Id first = ids.make();
  ids.become(8);
  ids.become(7);

  EXPECT_NE(ids.make(), first);
}

TEST(OwnIds, EP3FollowsACafeThatMovesAwayAndBack) {
  OwnIds ids;
  ids.become(7);
  v1::Command command = adding(ids);
  const Id card = command.add_card().card();
  for (const DeviceNumber number : {8U, 7U, 8U}) {
    ids.become(number);
    ids.claim(command);

    EXPECT_EQ(device_of(command.add_card().card()), number);
    EXPECT_EQ(ids.renamed(card), command.add_card().card());
  }
}

}  // namespace
}  // namespace rebond
