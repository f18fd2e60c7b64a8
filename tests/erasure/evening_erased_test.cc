// P8: an evening on a real disk, and one of its people erased from all of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "live/read_history.h"
#include "live/rooms.h"
#include "tests/core/commands.h"
#include "tests/core/history_of.h"
#include "tests/store/folder_words.h"
#include "tests/store/rocks_driver.h"
#include "trace/formats.h"

namespace rebond::test {
namespace {

using testing::IsEmpty;
using testing::Not;

const std::string kName = "Xénia Querbach-Vryzas";
/// All that she typed, wherever it went.
const std::vector<std::string> kHerWords = {"zéphyr-quokka", "oubliettes-wrks", "phrase-wyzx",
                                            "groupe-jqxv",   "etiquette-kzw",   "salvage-qpzx",
                                            "remplace-vwjk"};
const std::vector<std::string> kOthersWords = {"Bruno-dit-soleil", "capitaine-dit-mistral",
                                               "mais-dit-Bruno"};

class SilentWakeup final : public Wakeup {
 public:
  void wake_in(MonotonicMs /*delay_ms*/) override {}
};

/// The journal of an evening in which Xénia wrote in every way that there is.
class EveningErased : public testing::Test {
 protected:
  EveningErased() {
    write_evening();
    keep_evening(history_of(evening_));
    // Into tables of the last level: what is hardest to get rid of.
    wait([&](auto done) { driver_.journal().purge(done); });
    start();
  }

  void accepted(Person& person, const v1::Command& command) {
    const Outcome outcome = person.send(command);
    ASSERT_FALSE(outcome.rejection) << outcome;
  }

  void write_evening() {
    Person& captain = evening_.as_captain(1);
    xenia_.sit_down(1);
    hers_ = xenia_.add_card("un zéphyr-quokka passe");
    his_ = bruno_.add_card("Bruno-dit-soleil");
    const Id run = evening_.state.text(hers_).pieces().front().run;
    accepted(captain,
             edit(hers_, {insert(captain.new_id(), " capitaine-dit-mistral", at(run, 4))}));
    accepted(xenia_, edit(hers_, {insert(xenia_.new_id(), "oubliettes-wrks ")}));
    accepted(xenia_, edit(hers_, {hide({range(run, 0, 2)})}));
    quote_ = captain.add_card("citation : ");
    accepted(captain, copy(quote_, hers_, {range(run, 2, 16)}, captain.new_id()));
    accepted(xenia_, link(xenia_.new_id(), hers_, his_, v1::LINK_KIND_ASKS, "phrase-wyzx"));
    accepted(bruno_, link(bruno_.new_id(), his_, hers_, v1::LINK_KIND_OPPOSES, "mais-dit-Bruno"));
    accepted(xenia_, set_card(hers_, {"etiquette-kzw"}));
    accepted(captain, withdraw(v1::RECORD_KIND_CARD, hers_));
    accepted(captain, restore(v1::RECORD_KIND_CARD, hers_));
    accepted(xenia_, salvage(hers_, "salvage-qpzx"));
    const Id proposition = xenia_.new_id();
    accepted(xenia_, link(proposition, hers_, his_, v1::LINK_KIND_ASKS, "groupe-jqxv"));
    accepted(xenia_, set_link(proposition, v1::LINK_KIND_ASKS, "remplace-vwjk"));
  }

  void keep_evening(const History& history) {
    Seq seq = 0;
    for (const SharedBytes& entry : history.entries) {
      Append append{history.header.id(), std::nullopt, ++seq, entry, {}};
      if (seq == 1) append.header = history.header;
      if (seq == history.entries.size()) append.private_writes = history.private_records;
      wait([&](auto done) { driver_.journal().append(std::move(append), done); });
    }
    driver_.journal().save_snapshot(history.header.id(), evening_.state.seq(),
                                    share(evening_.state.to_snapshot()));
  }

  void start() {
    rooms_ = std::make_unique<Rooms>(
        Environment{driver_.journal(), clock_, random_, limits_, addresses_},
        [](const CafeId&) { return std::make_unique<SilentWakeup>(); });
    ASSERT_TRUE(rooms_->open_all().has_value());
  }

  template <typename Begin>
  void wait(Begin&& begin) {
    bool done = false;
    begin([&done] { done = true; });
    driver_.run_until([&done] { return done; });
  }

  void erase(bool with_words) {
    std::optional<Result<ErasureReport>> report;
    rooms_->erase("CAFE", {xenia_.participant(), 0}, with_words,
                  [&](Result<ErasureReport> told) { report = std::move(told); });
    driver_.run_until([&] { return report.has_value(); });
    ASSERT_TRUE(report->has_value()) << describe(report->error());
  }

  State state() {
    State copy;
    rooms_->find("CAFE")->share_state([&](const auto& shared) { copy = *shared; });
    return copy;
  }

  std::string exported(std::string_view format) {
    return trace::write_trace(format, {"CAFE", 1}, state()).value().bytes;
  }

  std::vector<std::string> files_with(const std::string& words) {
    return rebond::files_with(driver_.folder(), words);
  }

  CafeBuilder evening_;
  Person& xenia_ = evening_.as_guest(kName);
  Person& bruno_ = evening_.as_guest("Bruno Vandewalle");
  Id hers_ = 0;
  Id his_ = 0;
  Id quote_ = 0;

  RocksDriver driver_;
  ManualClock clock_;
  SeededRandom random_{1};
  Limits limits_;
  std::vector<std::string> addresses_;
  std::unique_ptr<Rooms> rooms_;
};

TEST_F(EveningErased, ER5BeforeItTheFilesKnowNameAndWords) {
  EXPECT_THAT(files_with(kName), Not(IsEmpty()));
  for (const std::string& words : kHerWords)
    EXPECT_THAT(files_with(words), Not(IsEmpty())) << words;
}

TEST_F(EveningErased, ER5NoFileKnowsNameOrWords) {
  erase(/*with_words=*/true);

  EXPECT_THAT(files_with(kName), IsEmpty());
  EXPECT_THAT(files_with("Querbach"), IsEmpty());
  for (const std::string& words : kHerWords) EXPECT_THAT(files_with(words), IsEmpty()) << words;
}

TEST_F(EveningErased, ER5WithoutHerWordsNoFileKnowsTheName) {
  erase(/*with_words=*/false);

  EXPECT_THAT(files_with("Querbach"), IsEmpty());
  EXPECT_THAT(exported("md"), testing::HasSubstr("quokka"));
}

TEST_F(EveningErased, ER2TheExportsHoldNothingOfHersAndAllOfTheOthers) {
  erase(/*with_words=*/true);

  for (const char* format : {"json", "md"}) {
    const std::string document = exported(format);
    EXPECT_THAT(document, Not(testing::HasSubstr("Querbach")));
    for (const std::string& words : kHerWords) {
      EXPECT_THAT(document, Not(testing::HasSubstr(words))) << format;
    }
  }
  for (const std::string& words : kOthersWords) {
    EXPECT_THAT(exported("json"), testing::HasSubstr(words));
  }
}

TEST_F(EveningErased, ER2OthersWordsKeepTheirAuthors) {
  erase(/*with_words=*/true);

  const State now = state();
  const Text& text = now.text(his_);
  ASSERT_THAT(text.pieces(), testing::SizeIs(1));
  EXPECT_EQ(text.pieces()[0].author, bruno_.participant());
  EXPECT_EQ(text.visible(), "Bruno-dit-soleil");
}

TEST_F(EveningErased, ER3TheHistoryOnDiskGivesTheDigestOfTheSnapshot) {
  erase(/*with_words=*/true);
  History kept;
  const auto read = driver_.journal().read("CAFE", 0, [&](Seq, std::string_view entry) {
    kept.entries.push_back(share(std::string(entry)));
    return true;
  });
  ASSERT_TRUE(read);
  const StoredCafe stored = driver_.journal().load("CAFE").value();

  EXPECT_EQ(stored.snapshot_seq, evening_.state.seq());
  EXPECT_EQ(replay(kept).value().digest(), State::from_snapshot(stored.snapshot).value().digest());
  EXPECT_EQ(stored.header.epoch(), rooms_->find("CAFE")->epoch());
  EXPECT_NE(stored.header.epoch(), kFirstEpoch);
}

TEST_F(EveningErased, ER5ACrashBeforeThePurgeIsMadeGoodByTheNextStart) {
  const History before = read_history(driver_.journal(), "CAFE").value();
  Erasure erasure = erase_person(before, {{xenia_.participant(), 0}, true, 99}).value();
  WholeCafe whole{erasure.history.header, erasure.history.entries, erasure.state.seq(),
                  share(erasure.state.to_snapshot()), erasure.history.private_records};
  wait([&](auto done) { driver_.journal().replace(std::move(whole), done); });
  EXPECT_THAT(files_with(kName), Not(IsEmpty()));
  driver_.crash();
  start();
  EXPECT_EQ(rooms_->find("CAFE")->epoch(), 99U);
  // The first thing that this life writes is that the purge is done.
  const auto& journal = dynamic_cast<const RocksJournal&>(driver_.journal());
  while (journal.batches_committed() == 0) std::this_thread::yield();

  EXPECT_THAT(files_with("Querbach"), IsEmpty());
  for (const std::string& words : kHerWords) EXPECT_THAT(files_with(words), IsEmpty()) << words;
}

TEST_F(EveningErased, ER7ARemovedCafeIsInNoFile) {
  std::optional<Result<void>> removed;
  rooms_->remove("CAFE", [&](Result<void> told) { removed = std::move(told); });
  driver_.run_until([&] { return removed.has_value(); });

  EXPECT_TRUE(removed->has_value());
  EXPECT_THAT(files_with("Querbach"), IsEmpty());
  for (const std::string& words : kOthersWords) EXPECT_THAT(files_with(words), IsEmpty()) << words;
}

}  // namespace
}  // namespace rebond::test
