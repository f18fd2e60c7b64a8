// Any sequence of commands of anybody: the rules keep the café whole and lose no word.
#include "core/decide.h"

#include <array>
#include <map>

#include "base/check.h"
#include "core/founding.h"
#include "core/lock.h"
#include "tests/fuzz/quiet.h"
#include "tests/fuzz/script.h"
#include "tests/fuzz/whole.h"

REBOND_FUZZ_SCRIPTS(rebond::v1::Command)

namespace rebond::fuzz {
namespace {

constexpr std::size_t kMembers = 8;

/// Small, so that a short script reaches them.
Limits small_limits() {
  Limits limits;
  limits.cards = 24;
  limits.links = 24;
  limits.groups = 6;
  limits.people = 8;
  limits.text_runs = 12;
  limits.text_pieces = 16;
  limits.text_bytes = 6'000;
  return limits;
}

/// One of each role, and two who have not joined; the same numbers as in the seeds.
std::array<Member, kMembers> members() {
  std::array<Member, kMembers> all;
  constexpr v1::Role kRoles[kMembers] = {
      v1::ROLE_FACILITATOR, v1::ROLE_CAPTAIN,     v1::ROLE_CAPTAIN, v1::ROLE_EXPERT,
      v1::ROLE_PARTICIPANT, v1::ROLE_PARTICIPANT, v1::ROLE_REMOTE,  v1::ROLE_SCREEN};
  for (std::uint32_t i = 0; i < kMembers; ++i) {
    all[i].role = kRoles[i];
    all[i].device = i + 1;
    all[i].access = i + 1;
    all[i].must_join = kRoles[i] == v1::ROLE_PARTICIPANT || kRoles[i] == v1::ROLE_REMOTE;
    if (kRoles[i] == v1::ROLE_CAPTAIN) all[i].table = table_id(i);
  }
  return all;
}

class Cafe {
 public:
  Cafe() {
    Plan plan;
    for (const char* name : {"Une", "Deux", "Trois"}) {
      plan.tables.push_back(PlannedTable{name, name, 0, false, {}});
    }
    commit(decide_founding(plan, now_ms_));
  }

  /// The low bits say who acts, the next ones how much time has passed.
  void act(const Act& act) {
    now_ms_ += (act.number() >> 3U & 7U) == 7U ? 120'000.0 : 250.0;
    if (const Changes locks = decide_lock(state_, state_.seq() + 1, now_ms_);
        !locks.changes.empty()) {
      commit(locks);
    }
    v1::Command command;
    if (!command.ParseFromString(act.command())) return;
    Member& member = members_[act.number() % kMembers];
    const Context context{state_,  private_state_,     limits_,    member, state_.seq() + 1,
                          now_ms_, command.base_seq(), ++commands_};
    Decision decision = decide(command, context);
    if (const auto* rejection = std::get_if<v1::Rejection>(&decision)) {
      CHECK(rejection->code() != v1::REJECTION_CODE_UNSPECIFIED);
      CHECK(!rejection->remedy().empty());
      return;
    }
    accept(command, std::get<Changes>(decision), member);
  }

  void check() const {
    check_whole(state_);
    check_words();
    CHECK(state_.records().count<v1::Card>() <= limits_.cards);
    CHECK(state_.records().count<v1::Link>() <= limits_.links);
    CHECK(state_.records().count<v1::Group>() <= limits_.groups);
    CHECK(state_.records().count<v1::Participant>() <= limits_.people);
  }

 private:
  void accept(const v1::Command& command, const Changes& changes, Member& member) {
    for (const PrivateWrite& write : changes.private_writes) private_state_.apply(write);
    CHECK(!changes.private_only || changes.changes.empty());
    if (!changes.private_only) commit(changes);
    if (command.has_add_card()) {
      CHECK(state_.text(command.add_card().card()).visible() == command.add_card().text());
    }
    if (command.has_join()) {
      member.must_join = false;
      member.participant = command.join().participant();
    }
    for (const v1::TextEdit& edit : command.edit_text().edits()) {
      if (!edit.has_insert()) continue;
      CHECK((words_[{command.edit_text().text(), edit.insert().run()}] ==
             edit.insert().characters()));
    }
  }

  void commit(const Changes& changes) {
    v1::Entry entry;
    entry.set_seq(state_.seq() + 1);
    entry.set_at_ms(now_ms_);
    entry.set_what(changes.what);
    for (const v1::Change& change : changes.changes) {
      *entry.add_changes() = change;
      if (!change.text().has_insert()) continue;
      const v1::Insert& insert = change.text().insert();
      words_[{change.text().text(), insert.run()}] = insert.characters();
    }
    const Result<void> applied = state_.apply(entry);
    CHECK(applied.has_value());
  }

  /// Every run that was ever accepted is there, whole; what is folded keeps its place.
  void check_words() const {
    for (const auto& [names, characters] : words_) {
      CHECK(run_is_whole(state_.text(names.first), names.second, characters));
    }
  }

  State state_;
  PrivateState private_state_;
  Limits limits_ = small_limits();
  double now_ms_ = 1'767'225'600'000.0;
  CommandNumber commands_ = 0;
  std::array<Member, kMembers> members_ = members();
  /// What was inserted, by text and run.
  std::map<std::pair<Id, Id>, std::string> words_;
};

}  // namespace
}  // namespace rebond::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  rebond::fuzz::Cafe cafe;
  const rebond::fuzz::Script script = rebond::fuzz::parse_script(data, size);
  for (const auto& act : script.commands()) cafe.act(act);
  cafe.check();
  return 0;
}
