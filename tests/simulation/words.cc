// The words that a command brings, and whether they are where they belong.
#include "tests/simulation/words.h"

#include <algorithm>

namespace rebond::sim {
namespace {

bool brings(const v1::Entry& entry, const WrittenRun& written) {
  return std::any_of(entry.changes().begin(), entry.changes().end(), [&](const v1::Change& change) {
    const v1::TextEdit& edit = change.text();
    return edit.text() == written.text && edit.insert().run() == written.run &&
           edit.insert().characters() == written.characters;
  });
}

}  // namespace

Words words_of(const v1::Command& command) {
  Words words;
  if (command.has_add_card()) {
    const v1::AddCard& add = command.add_card();
    words.runs.push_back({add.card(), add.run(), add.text()});
  }
  if (command.has_add_line()) {
    const v1::AddLine& add = command.add_line();
    words.runs.push_back({add.line(), add.run(), add.text()});
  }
  if (command.has_add_answer()) {
    const v1::AddAnswer& add = command.add_answer();
    words.runs.push_back({add.answer(), add.run(), add.text()});
  }
  for (const v1::TextEdit& edit : command.edit_text().edits()) {
    if (!edit.has_insert()) continue;
    words.runs.push_back(
        {command.edit_text().text(), edit.insert().run(), edit.insert().characters()});
  }
  if (command.has_add_group()) words.in_record = command.add_group().name();
  if (command.has_add_link()) words.in_record = command.add_link().phrase();
  if (command.has_add_action()) words.in_record = command.add_action().what();
  if (command.has_announce()) words.in_record = command.announce().text();
  if (command.has_salvage_text()) words.salvaged = command.salvage_text().text();
  return words;
}

Found find_words(const WrittenRun& written, const v1::Entry& entry, const Model& model) {
  Found found;
  const std::vector<std::string> wanted = characters_of(written.characters);
  const Model::Characters there = model.run(written.text, written.run);
  if (!brings(entry, written)) found.trouble = "are not in their entry";
  if (there.size() != wanted.size()) found.trouble = "are not all in the text";
  if (!found.trouble.empty()) return found;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const Model::Character& character = there[i];
    ++found.characters;
    found.folded += character.folded ? 1 : 0;
    if (character.offset != i || (!character.folded && character.bytes != wanted[i])) {
      found.trouble = "are not what was written";
    } else if (character.author != entry.actor() || character.device != entry.device()) {
      found.trouble = "have lost their author";
    }
  }
  return found;
}

}  // namespace rebond::sim
