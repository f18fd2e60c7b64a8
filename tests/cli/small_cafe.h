// A café of two tables with an idea at each, made entry by entry.
#pragma once

#include <gtest/gtest.h>
#include <string>

#include "core/founding.h"
#include "core/state.h"
#include "rebond/v1/entry.pb.h"

namespace rebond::testing {

constexpr Id kFirstCard = make_id(7, 1);
constexpr Id kSecondCard = make_id(7, 3);
// 2026-03-14T09:26:53.589Z
constexpr double kCafeTimeMs = 1'773'480'413'589;

/// An entry without changes, as the next of `state`.
inline v1::Entry next_entry(const State& state, v1::What what) {
  v1::Entry entry;
  entry.set_seq(state.seq() + 1);
  entry.set_at_ms(kCafeTimeMs);
  entry.set_what(what);
  return entry;
}

template <typename Record>
void add_put(v1::Entry& entry, Id id, const Record& record) {
  v1::Put& put = *entry.add_changes()->mutable_put();
  put.set_kind(kKindOf<Record>);
  put.set_id(id);
  put.set_record(record.SerializeAsString());
}

/// An idea as the server's entry says it, its device's record first.
inline v1::Entry card_entry(const State& state, Id id, const std::string& text,
                            const std::string& plan_ref) {
  v1::Entry entry = next_entry(state, v1::WHAT_CARD_ADDED);
  v1::Device device;
  device.set_role(v1::ROLE_CAPTAIN);
  add_put(entry, device_of(id), device);
  v1::Card card;
  card.set_table(table_id(1));
  card.set_plan_ref(plan_ref);
  card.set_created_at_ms(kCafeTimeMs);
  add_put(entry, id, card);
  v1::TextEdit& edit = *entry.add_changes()->mutable_text();
  edit.set_text(id);
  edit.mutable_insert()->set_run(id + 1);
  edit.mutable_insert()->set_characters(text);
  return entry;
}

inline void apply(State& state, const v1::Entry& entry) {
  EXPECT_TRUE(state.apply(entry));
}

inline State small_cafe() {
  Plan plan;
  plan.theme = "Défi énergétique";
  for (const char* name : {"1ère table", "2ème table"}) {
    PlannedTable table;
    table.name = name;
    plan.tables.push_back(table);
  }
  State state;
  v1::Entry founding = next_entry(state, v1::WHAT_CAFE_CREATED);
  for (const v1::Change& change : decide_founding(plan, kCafeTimeMs).changes) {
    *founding.add_changes() = change;
  }
  apply(state, founding);
  apply(state, card_entry(state, kFirstCard, "éolienne sur les toits", "t1.11"));
  apply(state, card_entry(state, kSecondCard, "cumulus plutôt que chauffe bain ?", "t2.3"));
  return state;
}

}  // namespace rebond::testing
