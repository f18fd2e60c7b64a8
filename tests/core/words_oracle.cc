// Remembers every word that people were promised to keep, and looks for it in the café.
#include "tests/core/words_oracle.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

#include "tests/core/text_model.h"

namespace rebond::test {
namespace {

std::string joined(const std::vector<std::string>& code_points, std::uint32_t from,
                   std::uint32_t to) {
  std::string out;
  for (std::uint32_t i = from; i < to; ++i) out += code_points[i];
  return out;
}

}  // namespace

std::vector<WordsOracle::Promise> WordsOracle::copied(const v1::CopyText& copy) const {
  std::vector<Promise> promises;
  Id run = copy.first_run();
  for (const v1::Range& range : copy.ranges()) {
    for (const Text::Piece& piece : cafe_.state.text(copy.from_text()).pieces()) {
      if (piece.run != range.run() || piece.hidden) continue;
      const std::uint32_t from = std::max(piece.from, range.from());
      const std::uint32_t to = std::min(piece.to(), range.to());
      if (from >= to) continue;
      const std::vector<std::string> all = code_points_of(piece.characters);
      promises.push_back({copy.text(), run++, joined(all, from - piece.from, to - piece.from),
                          piece.author, piece.device, piece.at_ms});
    }
  }
  return promises;
}

void WordsOracle::watch(const Person&, const v1::Command& command) {
  copy_.clear();
  if (command.has_copy_text()) copy_ = copied(command.copy_text());
}

void WordsOracle::note(const Person& person, const v1::Command& command, const Outcome& outcome) {
  const Member& member = person.member();
  if (outcome.rejection) return;
  const auto promise = [&](Id text, Id run, const std::string& characters) {
    promises_.push_back({text, run, characters, member.participant, member.device, cafe_.now_ms});
  };
  if (command.has_add_card() && outcome.changes.anonymous) {
    // The server gave the ids, and nobody is told whose words they are.
    promises_.push_back({outcome.changes.ids[0], outcome.changes.ids[1], command.add_card().text(),
                         0, 0, cafe_.now_ms});
  } else if (command.has_add_card()) {
    promise(command.add_card().card(), command.add_card().run(), command.add_card().text());
  } else if (command.has_add_line()) {
    promise(command.add_line().line(), command.add_line().run(), command.add_line().text());
  } else if (command.has_add_answer() && !command.add_answer().text().empty()) {
    promise(command.add_answer().answer(), command.add_answer().run(), command.add_answer().text());
  } else if (command.has_edit_text()) {
    for (const v1::TextEdit& edit : command.edit_text().edits()) {
      if (!edit.has_insert()) continue;
      promise(command.edit_text().text(), edit.insert().run(), edit.insert().characters());
    }
  } else if (command.has_copy_text()) {
    ++copies_;
    promises_.insert(promises_.end(), copy_.begin(), copy_.end());
  } else if (command.has_salvage_text()) {
    salvaged_.push_back(
        {member.device, command.salvage_text().about(), command.salvage_text().text()});
  }
}

void WordsOracle::expect_kept(const Promise& promise) const {
  const std::vector<std::string> expected = code_points_of(promise.characters);
  std::vector<bool> seen(expected.size());
  bool folded = false;
  for (const Text::Piece& piece : cafe_.state.text(promise.text).pieces()) {
    if (piece.run != promise.run) continue;
    ASSERT_LE(piece.to(), expected.size());
    ASSERT_EQ(piece.author, promise.author);
    ASSERT_EQ(piece.device, promise.device);
    ASSERT_EQ(piece.at_ms, promise.at_ms);
    for (std::uint32_t i = piece.from; i < piece.to(); ++i) seen[i] = true;
    folded = folded || piece.folded;
    if (piece.folded) continue;
    ASSERT_EQ(piece.characters, joined(expected, piece.from, piece.to()));
  }
  ASSERT_EQ(std::count(seen.begin(), seen.end(), false), 0)
      << "\"" << promise.characters << "\" is lost";
  if (folded) expect_in_journal(promise);
}

void WordsOracle::expect_in_journal(const Promise& promise) const {
  const bool kept =
      std::any_of(cafe_.entries.begin(), cafe_.entries.end(), [&](const v1::Entry& entry) {
        return std::any_of(entry.changes().begin(), entry.changes().end(), [&](const auto& change) {
          const v1::Insert& insert = change.text().insert();
          return change.text().text() == promise.text && insert.run() == promise.run &&
                 insert.characters() == promise.characters && insert.author() == promise.author;
        });
      });
  ASSERT_TRUE(kept) << "\"" << promise.characters << "\" was folded and is in no entry";
}

void WordsOracle::expect_all_kept() const {
  for (const Promise& promise : promises_) {
    expect_kept(promise);
    if (::testing::Test::HasFatalFailure()) return;
  }
  expect_in_tray();
}

void WordsOracle::expect_in_tray() const {
  std::set<Id> found;
  for (const Salvaged& salvaged : salvaged_) {
    const auto kept = std::find_if(
        cafe_.private_writes.begin(), cafe_.private_writes.end(), [&](const PrivateWrite& write) {
          v1::SalvageRecord record;
          return write.kind == v1::PRIVATE_KIND_SALVAGE && device_of(write.id) == salvaged.device &&
                 !found.contains(write.id) && record.ParseFromString(*write.record) &&
                 record.text() == salvaged.text && record.about() == salvaged.about;
        });
    ASSERT_TRUE(kept != cafe_.private_writes.end()) << "\"" << salvaged.text << "\" is in no tray";
    found.insert(kept->id);
  }
}

}  // namespace rebond::test
