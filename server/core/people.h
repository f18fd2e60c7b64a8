// What the rules of people share: who belongs to a table, names, wishes.
#pragma once

#include <string>

#include "core/rules.h"

namespace rebond {

/// Whether the café has that table and it is not withdrawn.
bool has_table(const State& state, Id table);

/// Whether the plan of seats sends somebody to a table in that round.
bool is_planned_at(const State& state, Id person, Id round, Id table);

/// Whether somebody sits or is planned at a table, in the round that seats are taken for now.
bool belongs_to_table(const State& state, Id person, Id table);

/// PE3: people who take part from elsewhere sit at remote tables, and nobody else does, when the
/// café has remote tables.
Refusal check_kind_of_table(const State& state, v1::Role role, Id table, const char* field);

/// A name of at most 100 bytes; may be empty.
Refusal check_name(const std::string& name, const char* field);

/// PE4: the wishes name a table and people of this café, nobody as together and apart, and only the
/// facilitator says where people sit.
Refusal check_wishes(const Context& context, Id person, const v1::Wishes& wishes,
                     const std::string& field);

/// Whether two wishes say the same of seats.
bool same_seating(const v1::Wishes& one, const v1::Wishes& other);

/// What the directory says of a person; empty when it says nothing.
v1::PersonRecord person_record(const PrivateState& private_state, Id person);

/// The write that puts it, or removes it when it is empty.
PrivateWrite person_write(Id person, const v1::PersonRecord& record);

}  // namespace rebond
