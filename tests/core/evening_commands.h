// Commands about the script, people, seats and suggestions in a few words.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "rebond/v1/command.pb.h"

namespace rebond::test {

// The script.
v1::StepRights rights(std::initializer_list<v1::Role> writers,
                      std::initializer_list<std::pair<v1::Act, std::vector<v1::Role>>> acts = {});
v1::Command set_rights(Id step, const v1::StepRights& rights);
v1::Command skip_step(Id step, bool skipped = true);
v1::Command add_step(Id step, const std::string& slug, Id after);
v1::Command add_round(Id round, Id step, Id move_step, const std::string& question = "");
v1::Command lock_cafe(bool locked = true);

// Tables and people.
v1::Command add_table(Id table, const std::string& name, std::uint32_t capacity = 0,
                      bool remote = false);
v1::Command withdraw_table(Id table, bool withdrawn = true);
v1::Command add_person(Id participant, const std::string& name,
                       v1::Role role = v1::ROLE_PARTICIPANT, Id table = 0);
v1::Command expect_person(Id participant, const std::string& name);
v1::Command set_name(Id participant, const std::string& name);
v1::Command set_role(Id participant, v1::Role role, Id table = 0);
v1::Command set_wishes(Id participant, const v1::Wishes& wishes);
v1::Wishes wishes_of(const std::string& group, std::initializer_list<Id> together = {},
                     std::initializer_list<Id> apart = {}, Id stays = 0);
v1::Command check_in(Id participant, v1::Attendance attendance = v1::ATTENDANCE_HERE);

// What is asked of the server.
v1::Command plan_seats(bool automatic = false, std::uint64_t seed = 0);
v1::Command ask_suggestions(bool automatic = false);
v1::Command accept_link(Id suggestion, Id link, v1::LinkKind kind = v1::LINK_KIND_SAME_AS);
v1::Command accept_group(Id suggestion, Id group = 0, const std::string& name = "");
v1::Command refuse(Id suggestion);

}  // namespace rebond::test
