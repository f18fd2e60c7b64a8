// Who may do what: the one table of rights.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "rebond/v1/command.pb.h"

namespace rebond {

/// How far a right goes.
enum class Right {
  kNo,
  kOwn,  // at the own table (captain), or what the person wrote (participant)
  kAll,
};

/// One row of the table: a command and what each role may.
struct RightsRow {
  v1::Command::KindCase command;
  std::string_view name;
  Right facilitator;
  Right captain;
  Right participant;  // also a remote participant
  Right expert;
  Right screen;
};

/// Every command that exists, in the order of the contract.
std::span<const RightsRow> rights_table();

/// What a role may do with a command; kNo for what the table does not know.
Right right_of(v1::Role role, v1::Command::KindCase command);

/// "add_card", or "" for a command that this version does not know.
std::string_view command_name(v1::Command::KindCase command);

/// The whole of docs/rights.md.
std::string rights_markdown();

}  // namespace rebond
