// The ids inside a command: which ones it makes, and how to give them other values.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/ids.h"
#include "rebond/v1/command.pb.h"

namespace rebond {

/// So many consecutive ids from `first`.
struct MadeIds {
  Id first = 0;
  std::uint32_t count = 1;
};

/// The ids that exist only from this command on.
std::vector<MadeIds> made_ids(const v1::Command& command);

/// The value that an id is to have; itself when it stays.
using RenameId = std::function<Id(Id)>;

/// Gives every id of the command, made or meant, the value that it is to have.
void rename_ids(v1::Command& command, const RenameId& renamed);

}  // namespace rebond
