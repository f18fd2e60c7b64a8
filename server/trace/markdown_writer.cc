// The trace as Markdown: readable as it is, and a source for other documents.
#include "trace/markdown_writer.h"

#include <set>

#include "base/iso_time.h"
#include "trace/markdown_sheet.h"
#include "trace/markdown_text.h"
#include "trace/phrases.h"
#include "trace/words.h"

namespace rebond::trace {
namespace {

constexpr std::string_view kIndent = MarkdownSheet::kIndent;

using Items = std::vector<std::string>;

std::string joined(const Items& items, std::string_view separator) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}

/// Whether ideas were said in more than one round, so that headings help.
bool in_several_rounds(const Document& document) {
  std::set<Id> rounds;
  for (const Table& table : document.tables) {
    for (const Conversation& conversation : table.conversations) rounds.insert(conversation.round);
  }
  return rounds.size() > 1;
}

/// Appends the document part by part.
class Writer {
 public:
  explicit Writer(const Document& document)
      : document_(document),
        words_(words_in(language_of(document.language))),
        several_rounds_(in_several_rounds(document)) {}

  std::string write() && {
    front_matter();
    head();
    for (const Table& one : document_.tables) table(one);
    groups();
    propositions();
    withdrawn();
    making();
    return std::move(sheet_).take();
  }

 private:
  void front_matter();
  void head();
  void table(const Table& table);
  void groups();
  void propositions();
  void withdrawn();
  void making();

  void labelled(std::string_view label, std::string_view words);
  void ideas(const std::vector<Id>& ids, bool say_table);
  void sentences(const std::vector<Proposition>& propositions);

  std::string title_of(const Table& table) const;
  std::string title_of(const Round* round) const;
  std::string words_of(const Idea& idea) const;
  Items marks_of(const Idea& idea) const;

  const Document& document_;
  const Words& words_;
  bool several_rounds_;
  MarkdownSheet sheet_;
};

void Writer::front_matter() {
  const std::string_view title = document_.theme.empty() ? words_.method : document_.theme;
  sheet_.fence();
  sheet_.field("title", markdown_line(title));
  sheet_.field("lang", tag_of(words_.language));
  sheet_.field("date", iso_day(document_.at_ms));
  sheet_.fence();
}

void Writer::head() {
  std::string method(words_.method);
  if (!document_.organisation.empty()) method += ", " + markdown_line(document_.organisation);
  const std::size_t ideas = document_.ideas.size() - document_.withdrawn.ideas.size();
  sheet_.paragraph(
      method + "\\\n" +
      joined({counted(document_.tables.size(), words_.tables_counted, words_),
              counted(ideas, words_.ideas_counted, words_),
              counted(document_.propositions.size(), words_.propositions_counted, words_),
              counted(document_.groups.size(), words_.groups_counted, words_)},
             ", "));
  if (!document_.objective.empty()) labelled(words_.objective, document_.objective);
  for (const Round& round : document_.rounds) {
    if (round.started_at_ms > 0 && !round.question.empty()) {
      labelled(title_of(&round), round.question);
    }
  }
}

void Writer::table(const Table& table) {
  sheet_.heading(2, title_of(table));
  if (table.conversations.empty()) sheet_.paragraph(emphasis(words_.no_idea));
  for (const Conversation& conversation : table.conversations) {
    if (several_rounds_) sheet_.heading(3, title_of(document_.round(conversation.round)));
    ideas(conversation.ideas, /*say_table=*/false);
  }
}

void Writer::groups() {
  if (document_.groups.empty()) return;
  sheet_.heading(2, words_.groups);
  for (const Group& group : document_.groups) {
    sheet_.heading(3, markdown_line(group.name));
    sheet_.paragraph(group.ideas.empty()
                         ? emphasis(words_.no_idea)
                         : counted(group.ideas.size(), words_.carried_by, words_) + " " +
                               counted(group.tables, words_.tables_counted, words_));
    ideas(group.ideas, /*say_table=*/true);
  }
  if (document_.ungrouped.empty()) return;
  sheet_.heading(3, words_.ungrouped);
  ideas(document_.ungrouped, /*say_table=*/true);
}

void Writer::propositions() {
  if (document_.propositions.empty()) return;
  sheet_.heading(2, words_.propositions);
  sentences(document_.propositions);
}

void Writer::withdrawn() {
  const Withdrawn& withdrawn = document_.withdrawn;
  if (withdrawn.empty()) return;
  sheet_.heading(2, words_.withdrawn);
  sheet_.paragraph(words_.withdrawn_note);
  ideas(withdrawn.ideas, /*say_table=*/true);
  if (!withdrawn.propositions.empty()) sheet_.heading(3, words_.propositions);
  sentences(withdrawn.propositions);
  if (!withdrawn.groups.empty()) sheet_.heading(3, words_.groups);
  Items names;
  for (const Group& group : withdrawn.groups) names.push_back(markdown_text(group.name, kIndent));
  sheet_.list(names);
}

void Writer::making() {
  sheet_.heading(2, words_.making);
  sheet_.paragraph(words_.making_note);
  const Hidden& hidden = document_.hidden;
  if (hidden.ideas != 0) {
    std::string note = counted(hidden.ideas, words_.hidden_ideas, words_);
    if (hidden.propositions != 0) {
      note += " " + counted(hidden.propositions, words_.hidden_propositions, words_);
    }
    sheet_.paragraph(note);
  }
  sheet_.paragraph("Rebond, café " + markdown_line(document_.source.cafe) + ", " +
                   std::string(words_.state_note) + " " + std::to_string(document_.seq) + " (" +
                   std::string(words_.digest_note) + " " + document_.digest + ")");
}

void Writer::labelled(std::string_view label, std::string_view words) {
  sheet_.paragraph("**" + std::string(label) + std::string(words_.colon) + "** " +
                   markdown_text(words));
}

void Writer::ideas(const std::vector<Id>& ids, bool say_table) {
  Items items;
  for (const Id id : ids) {
    const Idea& idea = document_.idea(id);
    Items notes = marks_of(idea);
    if (say_table) notes.insert(notes.begin(), title_of(document_.table(idea.table)));
    std::string item = words_of(idea);
    if (!notes.empty()) item += "\\\n" + std::string(kIndent) + emphasis(joined(notes, " · "));
    items.push_back(std::move(item));
  }
  sheet_.list(items);
}

void Writer::sentences(const std::vector<Proposition>& propositions) {
  Items items;
  for (const Proposition& proposition : propositions) {
    const std::string phrase = proposition.phrase.empty()
                                   ? std::string(phrase_of(proposition.kind, words_.language))
                                   : markdown_text(proposition.phrase, kIndent);
    items.push_back(words_of(document_.idea(proposition.from)) + " — " + emphasis(phrase) + " — " +
                    words_of(document_.idea(proposition.to)));
  }
  sheet_.list(items);
}

std::string Writer::title_of(const Table& table) const {
  if (!table.name.empty()) return markdown_line(table.name);
  return std::string(words_.table) + " " + std::to_string(table.number);
}

std::string Writer::title_of(const Round* round) const {
  if (round == nullptr) return std::string(words_.outside_rounds);
  return std::string(words_.round) + " " + std::to_string(round->number);
}

std::string Writer::words_of(const Idea& idea) const {
  if (idea.text.empty()) return emphasis("(" + std::string(words_.no_words) + ")");
  return markdown_text(idea.text, kIndent);
}

Items Writer::marks_of(const Idea& idea) const {
  Items marks;
  if (idea.unanimous) marks.emplace_back(words_.unanimous);
  if (idea.unconventional) marks.emplace_back(words_.unconventional);
  if (idea.question) marks.emplace_back(words_.question);
  if (idea.late) marks.emplace_back(words_.late);
  for (const std::string& tag : idea.tags) marks.push_back(markdown_line("#" + tag));
  return marks;
}

}  // namespace

std::string write_markdown(const Document& document) {
  return Writer(document).write();
}

}  // namespace rebond::trace
