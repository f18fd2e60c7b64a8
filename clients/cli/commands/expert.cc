// rebond expert: what waits for the expert, and the answers.
#include "clients/cli/acts.h"
#include "clients/cli/enum_words.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string about;
  std::string kind;
  std::string text;
  Id answer = 0;
};

std::string name_of(const State& state, v1::RecordKind kind, Id id) {
  if (kind != v1::RECORD_KIND_GROUP) return state.text(id).visible();
  const v1::Group* group = state.find<v1::Group>(id);
  return group == nullptr ? std::to_string(id) : group->name();
}

std::vector<Row> queue(const State& state) {
  std::vector<Row> rows;
  state.records().each<v1::ExpertItem>([&](Id id, const v1::ExpertItem& item) {
    if (!item.queued()) return;
    bool answered = false;
    state.records().each<v1::ExpertAnswer>([&](Id, const v1::ExpertAnswer& answer) {
      answered |= answer.about() == id && !answer.withdrawn();
    });
    Row row{{std::to_string(id), answered ? "answered" : "waits", name_of(state, item.of(), id)},
            row_json(id, item)};
    row.json["answered"] = answered;
    rows.push_back(std::move(row));
  });
  return rows;
}

std::vector<Row> answers(const State& state) {
  std::vector<Row> rows;
  state.records().each<v1::ExpertAnswer>([&](Id id, const v1::ExpertAnswer& answer) {
    if (answer.withdrawn()) return;
    rows.push_back(Row{{std::to_string(id), word_of(answer.kind()),
                        name_of(state, answer.of(), answer.about()), state.text(id).visible()},
                       row_json(id, answer, state)});
  });
  return rows;
}

Result<Deed> set_queued(const Options& options, ClientSession& session, bool queued) {
  const Result<v1::RecordRef> about = find_idea_or_group(session.state(), options.about);
  if (!about) return about.error();
  Deed deed{{}, "about", about->id()};
  *deed.command.mutable_queue_for_expert()->mutable_what() = *about;
  deed.command.mutable_queue_for_expert()->set_queued(queued);
  return deed;
}

Result<Deed> add_answer(const Options& options, ClientSession& session) {
  const Result<v1::RecordRef> about = find_idea_or_group(session.state(), options.about);
  if (!about) return about.error();
  const Result<v1::AnswerKind> kind = parse_word<v1::AnswerKind>(options.kind);
  if (!kind) return kind.error();
  Deed deed{{}, "answer", session.new_id()};
  v1::AddAnswer& add = *deed.command.mutable_add_answer();
  add.set_answer(deed.id);
  *add.mutable_about() = *about;
  add.set_kind(*kind);
  add.set_run(session.new_id());
  add.set_text(options.text);
  return deed;
}

Result<Deed> set_answer(const Options& options, ClientSession&) {
  const Result<v1::AnswerKind> kind = parse_word<v1::AnswerKind>(options.kind);
  if (!kind) return kind.error();
  Deed deed{{}, "answer", options.answer};
  deed.command.mutable_set_answer()->set_answer(options.answer);
  deed.command.mutable_set_answer()->set_kind(*kind);
  return deed;
}

}  // namespace

void offer_expert(CLI::App& app, Job& job) {
  Acts acts(app, job, "expert", "Queue ideas for the expert, answer them",
            "  rebond expert @captain-1 queue t1.5\n"
            "  rebond expert @expert answer t1.5 --kind true \"Oui, dès l'automne.\"\n"
            "  rebond expert @screen answers");
  const auto options = std::make_shared<Options>();
  const auto describe_about = [&](CLI::App& action) {
    action.add_option("ABOUT", options->about, "An idea or a group")->required()->type_name("");
  };
  acts.list("list", "Show what waits: id, state and words", queue);
  acts.list("answers", "Show the answers: id, kind, about and words", answers);
  describe_about(*acts.send(
      "queue", "Put an idea or a group into the queue",
      [options](ClientSession& session) { return set_queued(*options, session, true); }));
  describe_about(*acts.send(
      "unqueue", "Take it out of the queue",
      [options](ClientSession& session) { return set_queued(*options, session, false); }));
  auto* answer =
      acts.send("answer", "Answer an idea or a group",
                [options](ClientSession& session) { return add_answer(*options, session); });
  describe_about(*answer);
  answer->add_option("TEXT", options->text, "The expert's words")->required()->type_name("");
  answer->add_option("--kind", options->kind, words_of<v1::AnswerKind>())->required();
  auto* set = acts.send("set", "Change the kind of an answer", [options](ClientSession& session) {
    return set_answer(*options, session);
  });
  set->add_option("ID", options->answer, "The answer")->required()->type_name("");
  set->add_option("--kind", options->kind, words_of<v1::AnswerKind>())->required();
}

}  // namespace rebond::cli
