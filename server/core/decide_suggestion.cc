// The rules of suggestions: the server suggests, only people link and group (rules SG).
#include "base/check.h"
#include "core/rules.h"

namespace rebond {
namespace {

std::variant<v1::Suggestion, v1::Rejection> open_suggestion(const Context& context, Id id,
                                                            const std::string& field) {
  const v1::Suggestion* suggestion = context.state.find<v1::Suggestion>(id);
  if (suggestion == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, field, "name a suggestion that is there");
  }
  if (suggestion->state() != v1::SUGGESTION_STATE_OPEN) {
    return reject(v1::REJECTION_CODE_CONFLICT, field,
                  "it was answered already: link or group the ideas yourself");
  }
  return *suggestion;
}

Refusal check_ideas(const Context& context, const v1::Suggestion& suggestion) {
  for (const Id id : suggestion.cards()) {
    const v1::Card* card = context.state.find<v1::Card>(id);
    if (card != nullptr && !card->withdrawn() && !card->hidden()) continue;
    return reject(v1::REJECTION_CODE_TARGET_WITHDRAWN, "accept_suggestion.suggestion",
                  "restore the ideas first");
  }
  return std::nullopt;
}

using Made = std::variant<std::vector<v1::Change>, v1::Rejection>;

Made suggested_link(const v1::AcceptSuggestion& command, const v1::Suggestion& suggestion,
                    const Context& context) {
  if (suggestion.cards_size() != 2) {
    return reject(v1::REJECTION_CODE_CONFLICT, "accept_suggestion.link",
                  "make a group of more than two ideas");
  }
  v1::AddLink add;
  add.set_link(command.link());
  add.set_from(suggestion.cards(0));
  add.set_to(suggestion.cards(1));
  add.set_kind(command.kind());
  add.set_phrase(command.phrase());
  auto made = new_link(add, context, "accept_suggestion");
  if (const auto* rejection = std::get_if<v1::Rejection>(&made)) return *rejection;
  v1::Change& change = std::get<v1::Change>(made);
  v1::Link link;
  CHECK(link.ParseFromString(change.put().record()));
  link.set_suggestion(command.suggestion());
  return std::vector<v1::Change>{put_change(command.link(), link)};
}

Made suggested_group(const v1::AcceptSuggestion& command, const v1::Suggestion& suggestion,
                     const Context& context) {
  v1::AddGroup add;
  add.set_group(command.group());
  add.set_name(command.name().empty() ? suggestion.name() : command.name());
  *add.mutable_cards() = suggestion.cards();
  return new_group(add, context, "accept_suggestion");
}

/// The ideas that are not in the group yet go to its end.
Made joined_group(const v1::Suggestion& suggestion, const Context& context) {
  const State& state = context.state;
  Id last = 0;
  state.records().each<v1::Membership>([&](Id card, const v1::Membership& membership) {
    if (membership.group() == suggestion.group()) last = card;
  });
  std::vector<v1::Change> changes;
  for (const Id card : suggestion.cards()) {
    const v1::Membership* now = state.find<v1::Membership>(card);
    if (now != nullptr && now->group() == suggestion.group()) continue;
    auto place =
        place_in_group(card, suggestion.group(), last, context, "accept_suggestion.suggestion");
    if (const auto* rejection = std::get_if<v1::Rejection>(&place)) return *rejection;
    changes.push_back(std::get<v1::Change>(std::move(place)));
    last = card;
  }
  return changes;
}

Made accepted(const v1::AcceptSuggestion& command, const v1::Suggestion& suggestion,
              const Context& context) {
  if (command.group() != 0) return suggested_group(command, suggestion, context);
  if (command.link() != 0) return suggested_link(command, suggestion, context);
  if (suggestion.group() != 0) return joined_group(suggestion, context);
  return reject(v1::REJECTION_CODE_MALFORMED, "accept_suggestion.link",
                "give the new link or the new group an id");
}

}  // namespace

Decision decide_ask_suggestions(const v1::AskSuggestions& command, const Context& context) {
  const v1::SuggestionRun* run = context.state.find<v1::SuggestionRun>(1);
  v1::SuggestionRun asked = run == nullptr ? v1::SuggestionRun() : *run;
  asked.set_automatic(command.automatic());
  asked.set_wanted_seq(context.next_seq);
  return accept(v1::WHAT_SUGGESTIONS_ASKED, put_change(1, asked));
}

Decision decide_accept_suggestion(const v1::AcceptSuggestion& command, const Context& context) {
  auto found = open_suggestion(context, command.suggestion(), "accept_suggestion.suggestion");
  if (const auto* rejection = std::get_if<v1::Rejection>(&found)) return *rejection;
  v1::Suggestion& suggestion = std::get<v1::Suggestion>(found);
  if (Refusal refusal = check_ideas(context, suggestion)) return *refusal;
  Made made = accepted(command, suggestion, context);
  if (const auto* rejection = std::get_if<v1::Rejection>(&made)) return *rejection;
  suggestion.set_state(v1::SUGGESTION_STATE_ACCEPTED);
  Changes changes =
      accept(v1::WHAT_SUGGESTION_ACCEPTED, put_change(command.suggestion(), suggestion));
  for (v1::Change& change : std::get<std::vector<v1::Change>>(made)) {
    changes.changes.push_back(std::move(change));
  }
  return changes;
}

Decision decide_refuse_suggestion(const v1::RefuseSuggestion& command, const Context& context) {
  auto found = open_suggestion(context, command.suggestion(), "refuse_suggestion.suggestion");
  if (const auto* rejection = std::get_if<v1::Rejection>(&found)) return *rejection;
  v1::Suggestion& suggestion = std::get<v1::Suggestion>(found);
  if (Refusal refusal = check_act(context, v1::ACT_LINK, "refuse_suggestion")) return *refusal;
  suggestion.set_state(v1::SUGGESTION_STATE_REFUSED);
  return accept(v1::WHAT_SUGGESTION_REFUSED, put_change(command.suggestion(), suggestion));
}

}  // namespace rebond
