// What a trace says, whatever it is written in: made from the state of a café.
#include "trace/document.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "core/group_order.h"

namespace rebond::trace {
namespace {

template <typename Thing>
const Thing* find_by_id(const std::vector<Thing>& things, Id id) {
  const auto found = std::find_if(things.begin(), things.end(),
                                  [id](const Thing& thing) { return thing.id == id; });
  return found == things.end() ? nullptr : &*found;
}

template <typename Thing>
void sort_by_number(std::vector<Thing>& things) {
  std::stable_sort(things.begin(), things.end(),
                   [](const Thing& a, const Thing& b) { return a.number < b.number; });
}

template <typename Thing>
void sort_by_time(std::vector<Thing>& things) {
  std::stable_sort(things.begin(), things.end(), [](const Thing& a, const Thing& b) {
    return a.created_at_ms < b.created_at_ms;
  });
}

Idea read_idea(Id id, const v1::Card& card, std::string text) {
  Idea idea;
  idea.id = id;
  idea.table = card.table();
  idea.round = card.round();
  idea.plan_ref = card.plan_ref();
  idea.text = std::move(text);
  idea.created_at_ms = card.created_at_ms();
  idea.unconventional = card.unconventional();
  idea.question = card.question();
  idea.unanimous = card.unanimous();
  idea.late = card.late();
  idea.tags.assign(card.tags().begin(), card.tags().end());
  return idea;
}

/// Reads the state once, from the ground up.
class Builder {
 public:
  Builder(const Source& source, const State& state) : state_(state) { document_.source = source; }

  Document build() && {
    read_head();
    read_rounds();
    read_tables();
    read_ideas();
    lay_out_tables();
    read_groups();
    read_propositions();
    return std::move(document_);
  }

 private:
  /// Table, round and time.
  using WhenSaid = std::tuple<std::uint32_t, Id, std::uint32_t, double>;

  void read_head();
  void read_rounds();
  void read_tables();
  void read_ideas();
  WhenSaid when_said(const Idea& idea) const;
  void lay_out_tables();
  void read_groups();
  void fill(Group& group, const std::vector<Place>& places);
  void read_propositions();

  const State& state_;
  Document document_;
  std::set<Id> withdrawn_;
  /// Every idea that is not hidden: table by table, round by round, in the order said.
  std::vector<Id> said_;
};

void Builder::read_head() {
  document_.seq = state_.seq();
  document_.at_ms = state_.at_ms();
  document_.digest = state_.digest().hex();
  state_.records().each<v1::Cafe>([this](Id, const v1::Cafe& cafe) {
    document_.theme = cafe.theme();
    document_.objective = cafe.objective();
    document_.organisation = cafe.organisation();
    document_.language = cafe.language();
  });
}

void Builder::read_rounds() {
  state_.records().each<v1::Round>([this](Id id, const v1::Round& round) {
    document_.rounds.push_back(
        {id, round.number(), round.question(), round.started_at_ms(), round.ended_at_ms()});
  });
  sort_by_number(document_.rounds);
}

void Builder::read_tables() {
  std::set<Id> used;
  state_.records().each<v1::Card>([&](Id, const v1::Card& card) { used.insert(card.table()); });
  state_.records().each<v1::Table>([&](Id id, const v1::Table& table) {
    const bool said_something = used.erase(id) != 0;
    if (table.withdrawn() && !said_something) return;
    document_.tables.push_back(
        {id, table.number(), table.name(), table.plan_ref(), table.remote(), {}});
  });
  // No rule of today takes a table away; should one do so, its ideas keep a place.
  for (const Id id : used) document_.tables.push_back({id, 0, {}, {}, false, {}});
  sort_by_number(document_.tables);
}

void Builder::read_ideas() {
  std::vector<std::pair<WhenSaid, Id>> order;
  state_.records().each<v1::Card>([&](Id id, const v1::Card& card) {
    if (card.hidden()) {
      ++document_.hidden.ideas;
      return;
    }
    if (card.withdrawn()) withdrawn_.insert(id);
    Idea idea = read_idea(id, card, state_.text(id).visible());
    order.emplace_back(when_said(idea), id);
    document_.ideas.emplace(id, std::move(idea));
  });
  std::sort(order.begin(), order.end());
  for (const auto& [when, id] : order) said_.push_back(id);
}

Builder::WhenSaid Builder::when_said(const Idea& idea) const {
  const Round* round = document_.round(idea.round);
  constexpr auto kOutside = std::numeric_limits<std::uint32_t>::max();
  return {document_.table(idea.table).number, idea.table,
          round == nullptr ? kOutside : round->number, idea.created_at_ms};
}

void Builder::lay_out_tables() {
  for (const Id id : said_) {
    if (withdrawn_.contains(id)) {
      document_.withdrawn.ideas.push_back(id);
      continue;
    }
    const Idea& idea = document_.idea(id);
    const auto table = std::find_if(document_.tables.begin(), document_.tables.end(),
                                    [&](const Table& one) { return one.id == idea.table; });
    std::vector<Conversation>& conversations = table->conversations;
    if (conversations.empty() || conversations.back().round != idea.round) {
      conversations.push_back({idea.round, {}});
    }
    conversations.back().ideas.push_back(id);
  }
}

void Builder::read_groups() {
  std::map<Id, std::vector<Place>> places;
  state_.records().each<v1::Membership>([&](Id card, const v1::Membership& membership) {
    if (membership.group() != 0) places[membership.group()].push_back({card, membership.after()});
  });
  state_.records().each<v1::Group>([&](Id id, const v1::Group& record) {
    Group group{id, record.name(), record.created_at_ms(), {}, 0};
    fill(group, places[id]);
    if (record.withdrawn()) {
      document_.withdrawn.groups.push_back(std::move(group));
      return;
    }
    for (const Id idea : group.ideas) document_.ideas.at(idea).group = id;
    document_.groups.push_back(std::move(group));
  });
  sort_by_time(document_.groups);
  sort_by_time(document_.withdrawn.groups);
  for (const Id id : said_) {
    if (document_.idea(id).group == 0 && !withdrawn_.contains(id)) {
      document_.ungrouped.push_back(id);
    }
  }
}

/// Ideas that are not told here had their place in the order, so that the others find theirs.
void Builder::fill(Group& group, const std::vector<Place>& places) {
  std::set<Id> tables;
  for (const Id id : in_group_order(places)) {
    if (!document_.ideas.contains(id) || withdrawn_.contains(id)) continue;
    group.ideas.push_back(id);
    tables.insert(document_.idea(id).table);
  }
  group.tables = tables.size();
}

void Builder::read_propositions() {
  state_.records().each<v1::Link>([this](Id id, const v1::Link& link) {
    if (!document_.ideas.contains(link.from()) || !document_.ideas.contains(link.to())) {
      ++document_.hidden.propositions;
      return;
    }
    const bool withdrawn =
        link.withdrawn() || withdrawn_.contains(link.from()) || withdrawn_.contains(link.to());
    auto& list = withdrawn ? document_.withdrawn.propositions : document_.propositions;
    list.push_back({id, link.from(), link.to(), link.kind(), link.phrase(), link.created_at_ms()});
  });
  sort_by_time(document_.propositions);
  sort_by_time(document_.withdrawn.propositions);
}

}  // namespace

const Idea& Document::idea(Id id) const {
  const auto found = ideas.find(id);
  CHECK(found != ideas.end());
  return found->second;
}

const Round* Document::round(Id id) const {
  return find_by_id(rounds, id);
}

const Table& Document::table(Id id) const {
  const Table* found = find_by_id(tables, id);
  CHECK(found != nullptr);
  return *found;
}

Document make_document(const Source& source, const State& state) {
  return Builder(source, state).build();
}

}  // namespace rebond::trace
