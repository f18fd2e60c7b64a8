// What a trace says, whatever it is written in: made from the state of a café.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/ids.h"
#include "core/state.h"
#include "rebond/v1/record.pb.h"

namespace rebond::trace {

/// What the state does not say of itself.
struct Source {
  CafeId cafe;
  Epoch epoch = 0;
};

struct Round {
  Id id = 0;
  std::uint32_t number = 0;
  std::string question;
  double started_at_ms = 0;  // 0: not yet
  double ended_at_ms = 0;    // 0: not yet
};

/// An idea, word for word. Who said it and who typed it is left out.
struct Idea {
  Id id = 0;
  Id table = 0;
  Id round = 0;  // 0: said outside the rounds
  Id group = 0;  // 0: in none
  std::string plan_ref;
  std::string text;
  double created_at_ms = 0;
  bool unconventional = false;
  bool question = false;
  bool unanimous = false;
  bool late = false;
  std::vector<std::string> tags;
};

/// The ideas of a table in one round, in the order said.
struct Conversation {
  Id round = 0;
  std::vector<Id> ideas;
};

struct Table {
  Id id = 0;
  std::uint32_t number = 0;
  std::string name;
  std::string plan_ref;
  bool remote = false;
  /// Only rounds in which something was said, in their order; outside the rounds last.
  std::vector<Conversation> conversations;
};

/// Reads as a sentence: idea, phrase, idea.
struct Proposition {
  Id id = 0;
  Id from = 0;
  Id to = 0;
  v1::LinkKind kind = v1::LINK_KIND_UNSPECIFIED;
  /// The person's own words; empty: the phrase of the kind.
  std::string phrase;
  double created_at_ms = 0;
};

struct Group {
  Id id = 0;
  std::string name;
  double created_at_ms = 0;
  /// In the order in which people laid them out.
  std::vector<Id> ideas;
  /// How many tables carried it, not how many times it was typed.
  std::size_t tables = 0;
};

/// What its writers took back: kept, in a place of its own.
struct Withdrawn {
  std::vector<Id> ideas;
  /// Also those of which an end was taken back.
  std::vector<Proposition> propositions;
  std::vector<Group> groups;

  bool empty() const { return ideas.empty() && propositions.empty() && groups.empty(); }
};

/// What the facilitator hid: counted, and not told.
struct Hidden {
  std::size_t ideas = 0;
  /// Those of which an end is hidden.
  std::size_t propositions = 0;
};

/// Everything that may be told to everybody; nothing that was said is dropped.
struct Document {
  Source source;
  Seq seq = 0;
  double at_ms = 0;
  std::string digest;  // 32 hexadecimal digits

  std::string theme;
  std::string objective;
  std::string organisation;
  std::string language;  // BCP 47

  std::vector<Round> rounds;  // by number
  std::vector<Table> tables;  // by number
  /// Every idea that is not hidden, also those taken back.
  std::map<Id, Idea> ideas;
  std::vector<Group> groups;              // in the order made
  std::vector<Id> ungrouped;              // in the order of tables
  std::vector<Proposition> propositions;  // in the order made
  Withdrawn withdrawn;
  Hidden hidden;

  /// The idea must be there: every id in this document names one.
  const Idea& idea(Id id) const;
  /// Null for the round 0.
  const Round* round(Id id) const;
  /// The table must be there.
  const Table& table(Id id) const;
};

/// The public document of a café. Never fails; an empty café gives an empty document.
Document make_document(const Source& source, const State& state);

}  // namespace rebond::trace
