// The rules of tables.
#include <algorithm>

#include "core/rules.h"

namespace rebond {
namespace {

constexpr std::size_t kNameBytesMax = 200;
constexpr std::uint32_t kCapacityMax = 1'000;
constexpr std::uint32_t kColourMax = 100;
constexpr std::size_t kTablesMax = 100;

Refusal check_table(const std::string& name, std::uint32_t capacity, const std::string& where) {
  if (Refusal refusal = check_words(name, kNameBytesMax, (where + ".name").c_str())) {
    return refusal;
  }
  if (capacity > kCapacityMax) {
    return reject(v1::REJECTION_CODE_LIMIT, where + ".capacity",
                  "choose at most " + std::to_string(kCapacityMax));
  }
  return std::nullopt;
}

/// A captain gives the own table a name and a colour; whether there is such a table is not for
/// them.
Refusal check_captain(const v1::SetTable& command, const Context& context) {
  if (context.member.role == v1::ROLE_FACILITATOR) return std::nullopt;
  if (context.member.table != command.table()) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "set_table.table", "change your own table");
  }
  if (command.has_withdrawn() || command.has_remote()) {
    return reject(v1::REJECTION_CODE_FORBIDDEN,
                  command.has_withdrawn() ? "set_table.withdrawn" : "set_table.remote",
                  "ask the facilitator");
  }
  return std::nullopt;
}

bool is_last_table(const State& state, Id table) {
  bool last = true;
  state.records().each<v1::Table>([&](Id id, const v1::Table& other) {
    if (id != table && !other.withdrawn()) last = false;
  });
  return last;
}

/// What the plan of seats depends on.
bool seats_as_before(const v1::Table& before, const v1::Table& now) {
  return before.capacity() == now.capacity() && before.remote() == now.remote() &&
         before.withdrawn() == now.withdrawn();
}

std::uint32_t next_number(const State& state) {
  std::uint32_t last = 0;
  state.records().each<v1::Table>(
      [&](Id, const v1::Table& table) { last = std::max(last, table.number()); });
  return last + 1;
}

/// "t4", by which scripts find the table, unless the plan called another one so.
std::string ref_of(const State& state, std::uint32_t number) {
  std::string ref = "t" + std::to_string(number);
  bool taken = false;
  state.records().each<v1::Table>(
      [&](Id, const v1::Table& table) { taken = taken || table.plan_ref() == ref; });
  return taken ? std::string() : ref;
}

}  // namespace

Decision decide_set_table(const v1::SetTable& command, const Context& context) {
  const v1::Table* table = context.state.find<v1::Table>(command.table());
  if (table == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_table.table", "name a table of this café");
  }
  if (Refusal refusal = check_captain(command, context)) return *refusal;
  if (Refusal refusal = check_table(command.name(), command.capacity(), "set_table")) {
    return *refusal;
  }
  if (command.colour() > kColourMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "set_table.colour",
                  "choose at most " + std::to_string(kColourMax));
  }
  if (command.withdrawn() && is_last_table(context.state, command.table())) {
    return reject(v1::REJECTION_CODE_CONFLICT, "set_table.withdrawn",
                  "keep one table at least, or add another one first");
  }
  v1::Table changed = *table;
  changed.set_name(command.name());
  changed.set_colour(command.colour());
  if (context.member.role == v1::ROLE_FACILITATOR) changed.set_capacity(command.capacity());
  if (command.has_withdrawn()) changed.set_withdrawn(command.withdrawn());
  if (command.has_remote()) changed.set_remote(command.remote());
  Changes changes = accept(v1::WHAT_TABLE_CHANGED, put_change(command.table(), changed));
  if (!seats_as_before(*table, changed)) want_plan(context, changes);
  return changes;
}

Decision decide_add_table(const v1::AddTable& command, const Context& context) {
  if (Refusal refusal =
          check_new_id(context, v1::RECORD_KIND_TABLE, command.table(), "add_table.table")) {
    return *refusal;
  }
  if (Refusal refusal = check_table(command.name(), command.capacity(), "add_table")) {
    return *refusal;
  }
  if (context.state.records().count<v1::Table>() >= kTablesMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "add_table",
                  "hold at most " + std::to_string(kTablesMax) +
                      " tables: bring one back that was withdrawn");
  }
  const std::uint32_t number = next_number(context.state);
  v1::Table table;
  table.set_name(command.name());
  table.set_number(number);
  table.set_colour(std::min(number - 1, kColourMax));
  table.set_capacity(command.capacity());
  table.set_remote(command.remote());
  table.set_plan_ref(ref_of(context.state, number));
  Changes changes = accept(v1::WHAT_TABLE_ADDED, put_change(command.table(), table));
  want_plan(context, changes);
  return changes;
}

}  // namespace rebond
