// rebond idea: marks, words and what becomes of one idea.
#include "clients/cli/acts.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string card;
  std::optional<bool> unconventional;
  std::optional<bool> question;
  std::optional<bool> unanimous;
  std::optional<std::vector<std::string>> tags;
  std::optional<Id> voice;
  std::string text;
  std::string reason;
};

std::vector<Row> ideas(const State& state) {
  std::vector<Row> rows;
  state.records().each<v1::Card>([&](Id id, const v1::Card& card) {
    const v1::Table* table = state.find<v1::Table>(card.table());
    std::string remarks = card.withdrawn() ? "withdrawn" : "";
    if (card.hidden()) remarks += remarks.empty() ? "hidden" : ", hidden";
    rows.push_back(Row{{std::to_string(id), table == nullptr ? "" : std::to_string(table->number()),
                        remarks, state.text(id).visible()},
                       row_json(id, card, state)});
  });
  return rows;
}

Result<Deed> mark(const Options& options, ClientSession& session) {
  const Result<Id> id = find_card(session.state(), options.card);
  if (!id) return id.error();
  const v1::Card& card = *session.state().find<v1::Card>(*id);
  Deed deed{{}, "card", *id};
  v1::SetCard& set = *deed.command.mutable_set_card();
  set.set_card(*id);
  set.set_voice(options.voice.value_or(card.voice()));
  v1::Marks& marks = *set.mutable_marks();
  marks.set_unconventional(options.unconventional.value_or(card.unconventional()));
  marks.set_question(options.question.value_or(card.question()));
  marks.set_unanimous(options.unanimous.value_or(card.unanimous()));
  *marks.mutable_tags() = card.tags();
  if (options.tags) {
    marks.clear_tags();
    for (const std::string& tag : *options.tags) marks.add_tags(tag);
  }
  return deed;
}

/// Behind the last character that is there.
Result<Deed> append(const Options& options, ClientSession& session) {
  const Result<Id> id = find_card(session.state(), options.card);
  if (!id) return id.error();
  Deed deed{{}, "card", *id};
  v1::EditText& edit = *deed.command.mutable_edit_text();
  edit.set_text(*id);
  v1::Insert& insert = *edit.add_edits()->mutable_insert();
  insert.set_run(session.new_id());
  insert.set_characters(options.text);
  const v1::Text text = session.state().text(*id).to_message(*id);
  if (text.pieces_size() > 0) {
    const v1::Piece& last = text.pieces(text.pieces_size() - 1);
    insert.mutable_after()->set_run(last.run());
    insert.mutable_after()->set_offset(last.from() + last.length() - 1);
  }
  return deed;
}

Result<Deed> hide(const Options& options, ClientSession& session, bool hidden) {
  const Result<Id> id = find_card(session.state(), options.card);
  if (!id) return id.error();
  Deed deed{{}, "card", *id};
  v1::HideCard& hide = *deed.command.mutable_hide_card();
  hide.set_card(*id);
  hide.set_hidden(hidden);
  hide.set_reason(options.reason);
  return deed;
}

Result<Deed> withdraw(const Options& options, ClientSession& session, bool withdrawn) {
  const Result<Id> id = find_card(session.state(), options.card);
  if (!id) return id.error();
  Deed deed{{}, "card", *id};
  v1::RecordRef& what = withdrawn ? *deed.command.mutable_withdraw()->mutable_what()
                                  : *deed.command.mutable_restore()->mutable_what();
  what.set_kind(v1::RECORD_KIND_CARD);
  what.set_id(*id);
  return deed;
}

}  // namespace

void offer_idea(CLI::App& app, Job& job) {
  Acts acts(app, job, "idea", "Mark, extend, hide and take back ideas",
            "  rebond idea @captain-1 mark t1.5 --unanimous true --tags eau jardin\n"
            "  rebond idea @captain-1 append t1.5 \" et des toits\"\n"
            "  rebond idea @facilitator hide t1.5 --reason \"un nom de personne\"\n"
            "A line of the list is id, table, remarks and words, separated by tabs.");
  const auto options = std::make_shared<Options>();
  const auto of_card = [&](CLI::App* action) {
    action->add_option("CARD", options->card, "An id, or the plan's name")
        ->required()
        ->type_name("");
    return action;
  };
  const auto offer = [&](const char* name, const char* help, auto make, bool yes) {
    return of_card(acts.send(name, help, [options, make, yes](ClientSession& session) {
      return make(*options, session, yes);
    }));
  };
  acts.list("list", "Show every idea", ideas);
  auto* marking =
      of_card(acts.send("mark", "Set its marks, tags and voice; the others stay",
                        [options](ClientSession& session) { return mark(*options, session); }));
  marking->add_option("--unconventional", options->unconventional, "Never merged away");
  marking->add_option("--question", options->question, "It asks something");
  marking->add_option("--unanimous", options->unanimous, "The whole table agrees");
  marking->add_option("--tags", options->tags, "Its themes; they replace the ones there are");
  marking->add_option("--voice", options->voice, "Whose idea it is: a person's id");
  of_card(acts.send("append", "Write on behind its words",
                    [options](ClientSession& session) { return append(*options, session); }))
      ->add_option("TEXT", options->text, "More words")
      ->required()
      ->type_name("");
  offer("hide", "Off every page; it can be shown again", hide, true)
      ->add_option("--reason", options->reason, "Why");
  offer("unhide", "On the pages again", hide, false);
  offer("withdraw", "Take it back; it can be restored", withdraw, true);
  offer("restore", "Bring it back", withdraw, false);
}

}  // namespace rebond::cli
