// Tests of an entry as a line and as JSON.
#include "clients/cli/entry_text.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/cli/json_schema.h"
#include "tests/cli/small_cafe.h"

namespace rebond::cli {
namespace {

using testing::add_put;
using testing::broken_rules;
using testing::card_entry;
using ::testing::IsEmpty;
using testing::kFirstCard;
using testing::kSecondCard;
using testing::next_entry;
using testing::schema_of;
using testing::small_cafe;
using Json = nlohmann::json;

constexpr Id kNewId = make_id(8, 1);

TEST(EntryLine, IsSeqTimeKindAndWords) {
  const State state = small_cafe();

  EXPECT_EQ(entry_line(card_entry(state, kNewId, "plus de bancs", ""), state),
            "4\t2026-03-14T09:26:53.589Z\tcard_added\tplus de bancs");
}

TEST(EntryLine, StaysOneLineWhateverPeopleType) {
  const State state = small_cafe();
  const std::string line = entry_line(card_entry(state, kNewId, "a\tb\nc\\d\re", ""), state);

  EXPECT_EQ(line.substr(line.rfind('\t') + 1), "a\\tb\\nc\\\\d\\re");
}

TEST(EntryLine, SaysAnUnknownKindAsItsNumber) {
  const State state = small_cafe();
  const std::string line = entry_line(next_entry(state, v1::What(77)), state);

  EXPECT_EQ(line, "4\t2026-03-14T09:26:53.589Z\t77\t");
}

TEST(EntryText, ReadsALinkAsASentence) {
  const State state = small_cafe();
  v1::Entry entry = next_entry(state, v1::WHAT_LINK_ADDED);
  v1::Link link;
  link.set_from(kFirstCard);
  link.set_to(kSecondCard);
  link.set_kind(v1::LINK_KIND_LEADS_TO);
  add_put(entry, kNewId, link);

  EXPECT_EQ(entry_text(entry, state),
            "éolienne sur les toits — leads to — cumulus plutôt que chauffe bain ?");
}

TEST(EntryText, PrefersThePersonsOwnWordsForALink) {
  const State state = small_cafe();
  v1::Entry entry = next_entry(state, v1::WHAT_LINK_ADDED);
  v1::Link link;
  link.set_from(kFirstCard);
  link.set_to(kFirstCard);
  link.set_phrase("donne envie de");
  add_put(entry, kNewId, link);

  EXPECT_EQ(entry_text(entry, state),
            "éolienne sur les toits — donne envie de — éolienne sur les toits");
}

TEST(EntryText, NamesTheStep) {
  const State state = small_cafe();
  v1::Entry entry = next_entry(state, v1::WHAT_STEP_CHANGED);
  v1::Cafe cafe;
  cafe.set_step(make_id(0, 1'001));
  add_put(entry, 1, cafe);

  EXPECT_EQ(entry_text(entry, state), "preparation");
}

TEST(EntryText, NamesTheRoundAndItsQuestion) {
  const State state = small_cafe();
  v1::Entry entry = next_entry(state, v1::WHAT_ROUND_STARTED);
  v1::Round round;
  round.set_number(2);
  round.set_question("Que faire ?");
  add_put(entry, 1, round);

  EXPECT_EQ(entry_text(entry, state), "round-2: Que faire ?");
}

TEST(EntryText, NamesTheIdeaThatWasTakenBack) {
  const State state = small_cafe();
  v1::Entry entry = next_entry(state, v1::WHAT_WITHDRAWN);
  add_put(entry, kFirstCard, v1::Card());

  EXPECT_EQ(entry_text(entry, state), "éolienne sur les toits");
}

TEST(EntryText, ShowsAnEditedIdeaWhole) {
  const State state = small_cafe();
  v1::Entry entry = next_entry(state, v1::WHAT_TEXT_EDITED);
  entry.add_changes()->mutable_text()->set_text(kFirstCard);

  EXPECT_EQ(entry_text(entry, state), "éolienne sur les toits");
}

TEST(EntryJson, HoldsToItsSchema) {
  const State state = small_cafe();
  v1::Entry edit = next_entry(state, v1::WHAT_TEXT_EDITED);
  v1::TextEdit& hide = *edit.add_changes()->mutable_text();
  hide.set_text(kFirstCard);
  hide.mutable_hide()->add_ranges()->set_run(kFirstCard + 1);
  v1::Entry removal = next_entry(state, v1::WHAT_WITHDRAWN);
  removal.add_changes()->mutable_remove()->set_id(3);

  for (const v1::Entry& entry : {card_entry(state, kNewId, "a\nb", "t1.1"), edit, removal}) {
    EXPECT_THAT(broken_rules(schema_of("watch"), Json::parse(entry_json(entry))), IsEmpty());
  }
}

TEST(EntryJson, IsOneLine) {
  const State state = small_cafe();

  EXPECT_EQ(entry_json(card_entry(state, kNewId, "a\nb", "")).find('\n'), std::string::npos);
}

}  // namespace
}  // namespace rebond::cli
