// The server's own decision: suggesting what was found to converge (rules SG).
#include "core/suggested.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/rules.h"

namespace rebond {
namespace {

using CardSet = std::vector<Id>;

CardSet set_of(const google::protobuf::RepeatedField<std::uint64_t>& cards) {
  CardSet set(cards.begin(), cards.end());
  std::sort(set.begin(), set.end());
  return set;
}

Id group_of(const State& state, Id card) {
  const v1::Membership* membership = state.find<v1::Membership>(card);
  const v1::Group* group =
      membership == nullptr ? nullptr : state.find<v1::Group>(membership->group());
  return group == nullptr || group->withdrawn() ? 0 : membership->group();
}

bool is_shown(const State& state, Id id) {
  const v1::Card* card = state.find<v1::Card>(id);
  return card != nullptr && !card->withdrawn() && !card->hidden();
}

/// What a café's people have said already of ideas that converge.
class Known {
 public:
  explicit Known(const State& state) : state_(state) {
    state.records().each<v1::Suggestion>([&](Id id, const v1::Suggestion& suggestion) {
      CardSet cards = set_of(suggestion.cards());
      if (suggestion.state() != v1::SUGGESTION_STATE_OPEN) {
        answered_.insert(std::move(cards));
      } else {
        open_[std::move(cards)] = id;
      }
    });
    state.records().each<v1::Link>([&](Id, const v1::Link& link) {
      if (!link.withdrawn()) linked_.insert(std::minmax(link.from(), link.to()));
    });
  }

  /// Open suggestions, by their ideas.
  const std::map<CardSet, Id>& open() const { return open_; }

  /// Whether people may want to hear it: ideas that are shown, and nothing that was answered.
  bool is_news(const FoundSuggestions::One& one, const CardSet& cards) const {
    // One idea alone may join a group.
    const std::size_t least = one.group == 0 ? 2 : 1;
    if (cards.size() < least || std::adjacent_find(cards.begin(), cards.end()) != cards.end()) {
      return false;
    }
    const auto shown = [&](Id card) { return is_shown(state_, card); };
    if (!std::all_of(cards.begin(), cards.end(), shown)) return false;
    if (answered_.contains(cards) || are_together(cards)) return false;
    if (one.group != 0) {
      const v1::Group* group = state_.find<v1::Group>(one.group);
      return group != nullptr && !group->withdrawn();
    }
    return cards.size() > 2 || !linked_.contains({cards[0], cards[1]});
  }

 private:
  bool are_together(const CardSet& cards) const {
    const Id group = group_of(state_, cards[0]);
    return group != 0 && std::all_of(cards.begin(), cards.end(),
                                     [&](Id card) { return group_of(state_, card) == group; });
  }

  const State& state_;
  std::map<CardSet, Id> open_;
  std::set<CardSet> answered_;
  std::set<std::pair<Id, Id>> linked_;
};

v1::Suggestion suggestion_of(const FoundSuggestions::One& one) {
  v1::Suggestion suggestion;
  suggestion.mutable_cards()->Assign(one.cards.begin(), one.cards.end());
  suggestion.set_group(one.group);
  suggestion.set_name(one.name);
  suggestion.set_score_thousandths(one.score_thousandths);
  for (const std::string& reason : one.reasons) suggestion.add_reasons(reason);
  suggestion.set_state(v1::SUGGESTION_STATE_OPEN);
  return suggestion;
}

/// The suggestions as they are to be, and those that go.
std::vector<v1::Change> updated(const State& state, const FoundSuggestions& found) {
  const Known known(state);
  std::vector<v1::Change> changes;
  std::set<CardSet> kept;
  std::uint32_t made = 0;
  for (const FoundSuggestions::One& one : found.best) {
    CardSet cards = one.cards;
    std::sort(cards.begin(), cards.end());
    if (kept.size() == kSuggestionsMax) break;
    if (!known.is_news(one, cards) || !kept.insert(cards).second) continue;
    const v1::Suggestion suggestion = suggestion_of(one);
    const auto open = known.open().find(cards);
    if (open == known.open().end()) {
      changes.push_back(put_change(server_id(state.seq() + 1, made++), suggestion));
    } else if (state.find<v1::Suggestion>(open->second)->SerializeAsString() !=
               suggestion.SerializeAsString()) {
      changes.push_back(put_change(open->second, suggestion));
    }
  }
  for (const auto& [cards, id] : known.open()) {
    if (kept.contains(cards)) continue;
    v1::RecordRef& gone = *changes.emplace_back().mutable_remove();
    gone.set_kind(v1::RECORD_KIND_SUGGESTION);
    gone.set_id(id);
  }
  return changes;
}

}  // namespace

IdeasToCompare ideas_to_compare(const State& state) {
  IdeasToCompare compared;
  compared.base_seq = state.seq();
  if (const v1::Cafe* cafe = state.find<v1::Cafe>(1); cafe != nullptr) {
    compared.language = cafe->language();
  }
  state.records().each<v1::Card>([&](Id id, const v1::Card& card) {
    if (!is_shown(state, id)) return;
    std::string text = state.text(id).visible();
    if (text.empty()) return;
    compared.ideas.push_back(
        {id, card.table(), group_of(state, id), card.unconventional(), std::move(text)});
  });
  state.records().each<v1::Link>([&](Id, const v1::Link& link) {
    if (!link.withdrawn()) compared.settled.emplace_back(link.from(), link.to());
  });
  state.records().each<v1::Suggestion>([&](Id, const v1::Suggestion& suggestion) {
    const bool open = suggestion.state() == v1::SUGGESTION_STATE_OPEN;
    if (open || suggestion.cards_size() != 2) return;
    const std::pair<Id, Id> pair(suggestion.cards(0), suggestion.cards(1));
    compared.settled.push_back(pair);
    if (suggestion.state() == v1::SUGGESTION_STATE_REFUSED) compared.refused.push_back(pair);
  });
  return compared;
}

Changes decide_suggested(const State& state, const FoundSuggestions& found) {
  Changes changes;
  changes.what = v1::WHAT_SUGGESTED;
  const v1::SuggestionRun* before = state.find<v1::SuggestionRun>(1);
  if (before == nullptr || found.base_seq < before->made_seq()) return changes;
  v1::SuggestionRun run = *before;
  run.set_made_seq(found.base_seq);
  if (run.wanted_seq() <= found.base_seq) run.set_wanted_seq(0);
  changes.changes = updated(state, found);
  // What nobody waits for and changes nothing is no entry.
  if (changes.changes.empty() && run.wanted_seq() == before->wanted_seq()) return changes;
  changes.changes.insert(changes.changes.begin(), put_change(1, run));
  return changes;
}

}  // namespace rebond
