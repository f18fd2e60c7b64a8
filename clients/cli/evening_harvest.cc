// The second half of an evening: syntheses, convergence, support, expert, actions, thanks.
#include <algorithm>

#include "clients/cli/evening_cast.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {
namespace {

class Harvest {
 public:
  explicit Harvest(Cast& cast) : cast_(cast) {}

  Result<void> write_syntheses() {
    if (Result<void> done = cast_.go_to("table-syntheses"); !done) return done;
    for (std::size_t t = 0; t < cast_.plan().tables.size(); ++t) {
      if (Result<void> done = write_synthesis(t); !done) return done;
      v1::Command show;
      show.mutable_set_show()->mutable_show()->set_table(cast_.table(t));
      if (Result<void> done = cast_.order(cast_.facilitator(), show); !done) return done;
    }
    cast_.tell("table-syntheses",
               std::to_string(cast_.plan().tables.size()) + " syntheses, read out");
    v1::Command over;
    over.mutable_set_show()->mutable_show();
    return cast_.order(cast_.facilitator(), over);
  }

  Result<void> converge() {
    if (Result<void> done = cast_.go_to("map-and-convergence"); !done) return done;
    v1::Command ask;
    ask.mutable_ask_suggestions();
    if (Result<void> done = cast_.order(cast_.facilitator(), ask); !done) return done;
    const Result<void> found = cast_.facilitator().wait_for(
        [](const State& state) {
          const v1::SuggestionRun* run = state.find<v1::SuggestionRun>(1);
          return run != nullptr && run->made_seq() >= run->wanted_seq();
        },
        "suggestions");
    if (!found) return found;
    Id id = 0;
    const v1::Suggestion* best = best_suggestion(&id);
    if (best == nullptr) {
      cast_.tell("map-and-convergence", "no ideas converge");
      return {};
    }
    v1::Command group;
    v1::AddGroup& add = *group.mutable_add_group();
    add.set_group(cast_.facilitator().new_id());
    for (const std::string& reason : best->reasons()) {
      add.set_name(add.name().empty() ? reason : add.name() + " · " + reason);
    }
    *add.mutable_cards() = best->cards();
    v1::Command accept;
    accept.mutable_accept_suggestion()->set_suggestion(id);
    accept.mutable_accept_suggestion()->set_link(cast_.facilitator().new_id());
    accept.mutable_accept_suggestion()->set_kind(v1::LINK_KIND_SAME_AS);
    if (Result<void> done = cast_.order(cast_.facilitator(), accept); !done) return done;
    cast_.tell("map-and-convergence", "two ideas are linked and grouped: " + add.name());
    return cast_.order(cast_.facilitator(), group);
  }

  Result<void> support() {
    v1::Command open;
    open.mutable_set_support()->set_open(true);
    open.mutable_set_support()->set_blind(true);
    if (Result<void> done = cast_.order(cast_.facilitator(), open); !done) return done;
    for (std::size_t t = 0; t < cast_.tables(); ++t) {
      const Result<Id> card = cast_.first_idea(t);
      if (!card) continue;
      v1::Command cast;
      cast.mutable_cast_support()->set_card(*card);
      cast.mutable_cast_support()->set_dots(2);
      if (Result<void> done = cast_.order(cast_.writer(t), cast); !done) return done;
    }
    v1::Command close;
    close.mutable_set_support()->set_open(false);
    cast_.tell("map-and-convergence", "the tables give their dots");
    return cast_.order(cast_.facilitator(), close);
  }

  Result<void> ask_expert() {
    if (Result<void> done = cast_.go_to("expert"); !done) return done;
    const Result<Id> card = cast_.first_idea(0);
    if (!card) return {};
    v1::Command queue;
    queue.mutable_queue_for_expert()->mutable_what()->set_kind(v1::RECORD_KIND_CARD);
    queue.mutable_queue_for_expert()->mutable_what()->set_id(*card);
    queue.mutable_queue_for_expert()->set_queued(true);
    if (Result<void> done = cast_.order(cast_.writer(0), queue); !done) return done;
    v1::Command command;
    v1::AddAnswer& add = *command.mutable_add_answer();
    add.set_answer(cast_.expert().new_id());
    add.mutable_about()->set_kind(v1::RECORD_KIND_CARD);
    add.mutable_about()->set_id(*card);
    add.set_kind(v1::ANSWER_KIND_TO_BE_STUDIED);
    add.set_run(cast_.expert().new_id());
    add.set_text(cast_.plan().language == "en" ? "To be studied." : "À étudier.");
    cast_.tell("expert", "one idea is answered");
    return cast_.order(cast_.expert(), command);
  }

  Result<void> plan_actions() {
    if (Result<void> done = cast_.go_to("action-plan"); !done) return done;
    const Result<Id> card = cast_.first_idea(0);
    if (!card) return {};
    Hand& hand = cast_.writer(0);
    v1::Command command;
    v1::AddAction& add = *command.mutable_add_action();
    add.set_action(hand.new_id());
    add.set_what(cast_.plan().tables[0].ideas[0].text);
    add.add_sources(*card);
    if (Result<void> done = cast_.order(hand, command); !done) return done;
    v1::Command decide;
    decide.mutable_set_action()->set_action(add.action());
    decide.mutable_set_action()->set_state(v1::ACTION_STATE_DECIDED);
    decide.mutable_set_action()->set_who(cast_.plan().organisation);
    cast_.tell("action-plan", "one action is decided");
    return cast_.order(cast_.facilitator(), decide);
  }

  Result<void> thank() {
    if (Result<void> done = cast_.go_to("thanks"); !done) return done;
    for (std::size_t t = 0; t < cast_.tables(); ++t) {
      v1::Command evaluate;
      for (const std::uint32_t answer : {3U, 3U, 2U})
        evaluate.mutable_evaluate()->add_answers(answer);
      evaluate.mutable_evaluate()->set_for_guest(true);
      if (Result<void> done = cast_.order(cast_.writer(t), evaluate); !done) return done;
    }
    cast_.tell("thanks", "the tables say how it was");
    return {};
  }

 private:
  /// The table's first ideas, in its own words.
  Result<void> write_synthesis(std::size_t table_index) {
    Hand& hand = cast_.writer(table_index);
    Id after = 0;
    const auto& ideas = cast_.plan().tables[table_index].ideas;
    for (std::size_t i = 0; i < std::min<std::size_t>(ideas.size(), 2); ++i) {
      const Result<Id> card = find_card(hand.state(), ideas[i].id);
      if (!card) return card.error();
      v1::Command command;
      v1::AddLine& add = *command.mutable_add_line();
      add.set_line(hand.new_id());
      add.set_table(cast_.table(table_index));
      add.set_after(after);
      add.set_run(hand.new_id());
      add.set_text(ideas[i].text);
      add.add_cards(*card);
      after = add.line();
      if (Result<void> done = cast_.order(hand, command); !done) return done;
    }
    v1::Command validate;
    validate.mutable_validate_synthesis()->set_table(cast_.table(table_index));
    validate.mutable_validate_synthesis()->set_validated(true);
    return cast_.order(hand, validate);
  }

  /// Best first; null when nothing is suggested.
  const v1::Suggestion* best_suggestion(Id* id) const {
    const v1::Suggestion* best = nullptr;
    cast_.facilitator().state().records().each<v1::Suggestion>(
        [&](Id known, const v1::Suggestion& suggestion) {
          const bool is_link =
              suggestion.cards_size() == 2 && suggestion.name().empty() && suggestion.group() == 0;
          if (!is_link || suggestion.state() != v1::SUGGESTION_STATE_OPEN) return;
          if (best && best->score_thousandths() >= suggestion.score_thousandths()) return;
          best = &suggestion;
          *id = known;
        });
    return best;
  }

  Cast& cast_;
};

}  // namespace

Result<void> play_harvest(Cast& cast) {
  Harvest harvest(cast);
  for (const auto part : {&Harvest::write_syntheses, &Harvest::converge, &Harvest::support,
                          &Harvest::ask_expert, &Harvest::plan_actions, &Harvest::thank}) {
    if (Result<void> done = (harvest.*part)(); !done) return done;
  }
  return {};
}

}  // namespace rebond::cli
