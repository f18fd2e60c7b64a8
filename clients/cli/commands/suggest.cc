// rebond suggest: ideas that may say the same thing; only people link them.
#include "clients/cli/acts.h"
#include "clients/cli/enum_words.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {
namespace {

struct Options {
  Id suggestion = 0;
  std::string kind = "same_as";
  std::string phrase;
  std::string name;
  bool automatic = false;
};

std::vector<Row> suggestions(const State& state) {
  std::vector<Row> rows;
  state.records().each<v1::Suggestion>([&](Id id, const v1::Suggestion& suggestion) {
    if (suggestion.state() != v1::SUGGESTION_STATE_OPEN) return;
    std::string ideas;
    for (const Id card : suggestion.cards()) {
      ideas += (ideas.empty() ? "" : " ~ ") + state.text(card).visible();
    }
    std::string reasons;
    for (const std::string& reason : suggestion.reasons()) {
      reasons += (reasons.empty() ? "" : " · ") + reason;
    }
    rows.push_back(Row{{std::to_string(id), ideas, reasons}, row_json(id, suggestion)});
  });
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.json["score_thousandths"] > b.json["score_thousandths"];
  });
  return rows;
}

Result<Deed> accept(const Options& options, ClientSession& session) {
  const auto* suggestion = session.state().find<v1::Suggestion>(options.suggestion);
  const Result<Id> found =
      find_by_id<v1::Suggestion>(session.state(), options.suggestion, "suggestion");
  if (!found) return found.error();
  const Result<v1::LinkKind> kind = parse_word<v1::LinkKind>(options.kind);
  if (!kind) return kind.error();
  const bool makes_link =
      suggestion->cards_size() == 2 && suggestion->group() == 0 && suggestion->name().empty();
  Deed deed{{}, makes_link ? "link" : "group", 0};
  v1::AcceptSuggestion& accept = *deed.command.mutable_accept_suggestion();
  accept.set_suggestion(options.suggestion);
  if (makes_link) {
    deed.id = session.new_id();
    accept.set_link(deed.id);
    accept.set_kind(*kind);
    accept.set_phrase(options.phrase);
  } else if (suggestion->group() != 0) {
    deed.id = suggestion->group();
  } else {
    deed.id = session.new_id();
    accept.set_group(deed.id);
    accept.set_name(options.name);
  }
  return deed;
}

}  // namespace

void offer_suggest(CLI::App& app, Job& job) {
  Acts acts(app, job, "suggest", "Ask for ideas that converge; accept or refuse each",
            "  rebond suggest @facilitator ask\n"
            "  rebond suggest @facilitator list\n"
            "  rebond suggest @facilitator accept 7001 --kind same_as --phrase \"rejoint\"\n"
            "  rebond suggest @facilitator refuse 7002");
  const auto options = std::make_shared<Options>();
  acts.list("list", "Show the open ones, best first: id, ideas and shared words", suggestions);
  auto* ask = acts.send("ask", "Ask the server to look", [options](ClientSession&) -> Result<Deed> {
    Deed deed;
    deed.command.mutable_ask_suggestions()->set_automatic(options->automatic);
    return deed;
  });
  ask->add_flag("--automatic", options->automatic, "Go on looking as ideas come");
  auto* accepting =
      acts.send("accept", "Make the link or the group that is suggested",
                [options](ClientSession& session) { return accept(*options, session); });
  accepting->add_option("ID", options->suggestion, "The suggestion")->required()->type_name("");
  accepting->add_option("--kind", options->kind, words_of<v1::LinkKind>())->capture_default_str();
  accepting->add_option("--phrase", options->phrase, "The words between the two ideas");
  accepting->add_option("--name", options->name, "The new group's name");
  auto* refusing =
      acts.send("refuse", "Never suggest it again", [options](ClientSession&) -> Result<Deed> {
        Deed deed{{}, "suggestion", options->suggestion};
        deed.command.mutable_refuse_suggestion()->set_suggestion(options->suggestion);
        return deed;
      });
  refusing->add_option("ID", options->suggestion, "The suggestion")->required()->type_name("");
}

}  // namespace rebond::cli
