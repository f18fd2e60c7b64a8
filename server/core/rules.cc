// What several rules share: rejections, ids, words, whose card it is, where words belong.
#include "core/rules.h"

#include "base/check.h"
#include "core/script.h"
#include "core/utf8.h"

namespace rebond {
namespace {

const v1::Round* round_of_step(const State& state, Id* id) {
  const v1::Step* step = current_step(state);
  if (step == nullptr || step->round() == 0) return nullptr;
  *id = step->round();
  return state.find<v1::Round>(*id);
}

/// It has ended and is not locked yet: its last sentences are welcome (RU4).
bool in_grace(const v1::Round& round) {
  return round.ended_at_ms() > 0 && !round.locked();
}

Id round_in_grace(const State& state) {
  Id found = 0;
  state.records().each<v1::Round>([&](Id id, const v1::Round& round) {
    if (in_grace(round)) found = id;
  });
  return found;
}

/// The round that a device was in when it had applied `base_seq`; 0 when it was in none. The
/// next round may have begun while the last one was in its grace: the later one counts.
Id round_at(const State& state, Seq base_seq, Id current) {
  Id found = 0;
  Seq began = 0;
  state.records().each<v1::Round>([&](Id id, const v1::Round& round) {
    const bool was_held = round.started_at_ms() > 0 || id == current;
    const bool over = round.locked() && round.locked_seq() <= base_seq;
    if (!was_held || over || round.started_seq() == 0) return;
    if (round.started_seq() > base_seq || round.started_seq() < began) return;
    began = round.started_seq();
    found = id;
  });
  return found;
}

bool may_write_now(const State& state, v1::Role role) {
  if (role == v1::ROLE_FACILITATOR) return true;
  const v1::Step* step = current_step(state);
  if (step == nullptr) return false;
  for (const int writer : step->writers()) {
    if (writer == role) return true;
  }
  return false;
}

}  // namespace

v1::Rejection reject(v1::RejectionCode code, std::string field, std::string remedy) {
  v1::Rejection rejection;
  rejection.set_code(code);
  rejection.set_field(std::move(field));
  rejection.set_remedy(std::move(remedy));
  return rejection;
}

Changes accept(v1::What what, v1::Change change) {
  Changes changes;
  changes.what = what;
  changes.changes.push_back(std::move(change));
  return changes;
}

Refusal check_new_id(const Context& context, v1::RecordKind kind, Id id, const char* field) {
  if (device_of(id) != context.member.device || counter_of(id) == 0) {
    return reject(v1::REJECTION_CODE_CONFLICT, field, "make the id from this device's number");
  }
  if (context.state.records().find(RecordKey{kind, id}) != nullptr) {
    return reject(v1::REJECTION_CODE_CONFLICT, field, "use an id that was never used");
  }
  return std::nullopt;
}

Refusal check_words(const std::string& words, std::size_t bytes_max, const char* field,
                    bool may_be_empty) {
  if (!is_utf8(words)) {
    return reject(v1::REJECTION_CODE_MALFORMED, field, "send valid UTF-8");
  }
  if (words.empty() && !may_be_empty) {
    return reject(v1::REJECTION_CODE_MALFORMED, field, "write some words");
  }
  if (words.size() > bytes_max) {
    return reject(v1::REJECTION_CODE_LIMIT, field,
                  "make it shorter than " + std::to_string(bytes_max) + " bytes");
  }
  return std::nullopt;
}

Refusal check_new_token(const Context& context, const std::string& token, const char* field) {
  if (token.size() == kSecretBytes && !context.private_state.knows_token(token)) {
    return std::nullopt;
  }
  return reject(v1::REJECTION_CODE_MALFORMED, field, "send 16 random bytes");
}

Refusal check_card_right(const Context& context, const v1::Card& card, const char* field) {
  const Member& member = context.member;
  switch (member.role) {
    case v1::ROLE_FACILITATOR:
      return std::nullopt;
    case v1::ROLE_CAPTAIN:
      if (card.table() == member.table) return std::nullopt;
      return reject(v1::REJECTION_CODE_FORBIDDEN, field, "write at your own table");
    default:
      if (member.participant != 0 && card.scribe() == member.participant) return std::nullopt;
      return reject(v1::REJECTION_CODE_FORBIDDEN, field, "change what you wrote yourself");
  }
}

Refusal check_act(const Context& context, v1::Act act, const char* field) {
  const State& state = context.state;
  const v1::Role role = context.member.role;
  const v1::Step* now = current_step(state);
  if (role == v1::ROLE_FACILITATOR || act == v1::ACT_UNSPECIFIED) return std::nullopt;
  if (now == nullptr || allows(*now, act, role)) return std::nullopt;
  const auto allowed_in = [&](Id round) {
    const v1::Step* step = step_of_round(state, round);
    return step != nullptr && allows(*step, act, role);
  };
  if (allowed_in(round_in_grace(state))) return std::nullopt;
  const Id home = round_at(state, context.base_seq, now->round());
  const v1::Round* round = state.find<v1::Round>(home);
  const bool late = round != nullptr && round->locked();
  if (late && role == v1::ROLE_CAPTAIN && allowed_in(home)) return std::nullopt;
  return reject(v1::REJECTION_CODE_ROUND_CLOSED, field,
                "wait for a step that allows it, or ask the facilitator");
}

v1::Act act_on(v1::RecordKind kind) {
  switch (kind) {
    case v1::RECORD_KIND_CARD:
      return v1::ACT_EDIT;
    case v1::RECORD_KIND_LINK:
      return v1::ACT_LINK;
    case v1::RECORD_KIND_GROUP:
      return v1::ACT_GROUP;
    case v1::RECORD_KIND_SYNTHESIS_LINE:
      return v1::ACT_SYNTHESISE;
    case v1::RECORD_KIND_EXPERT_ANSWER:
      return v1::ACT_ANSWER;
    case v1::RECORD_KIND_ACTION:
      return v1::ACT_PLAN_ACTIONS;
    default:
      return v1::ACT_UNSPECIFIED;
  }
}

v1::Act act_on_text(const State& state, Id text) {
  for (const auto kind : {v1::RECORD_KIND_SYNTHESIS_LINE, v1::RECORD_KIND_EXPERT_ANSWER}) {
    if (state.records().find(RecordKey{kind, text}) != nullptr) return act_on(kind);
  }
  return v1::ACT_EDIT;
}

Id seat_of(const State& state, Id participant, Id round) {
  Id table = 0;
  state.records().each<v1::Seat>([&](Id, const v1::Seat& seat) {
    if (seat.participant() == participant && seat.round() == round) table = seat.table();
  });
  return table;
}

Id server_id(const Context& context, std::uint32_t n) {
  return server_id(context.next_seq, n);
}

Id server_id(Seq next_seq, std::uint32_t n) {
  constexpr std::uint32_t kBase = 1'000'000;  // above what a plan's script makes
  constexpr std::uint32_t kEach = 64;
  CHECK(n < kEach);
  return make_id(0, kBase + next_seq * kEach + n);
}

const v1::Cafe& cafe_of(const State& state) {
  const v1::Cafe* cafe = state.find<v1::Cafe>(1);
  CHECK(cafe != nullptr);  // the first entry of every café puts it
  return *cafe;
}

std::variant<Filing, v1::Rejection> file_words(const Context& context, const char* field) {
  const State& state = context.state;
  const v1::Role role = context.member.role;
  Id current = 0;
  const v1::Round* round = round_of_step(state, &current);
  if (const Id home = round_at(state, context.base_seq, current); home != 0) {
    const v1::Round& written_in = *state.find<v1::Round>(home);
    const bool late = written_in.locked();
    if (late && (role == v1::ROLE_CAPTAIN || role == v1::ROLE_FACILITATOR)) {
      return Filing{home, true};
    }
    if (in_grace(written_in)) return Filing{home, false};
  }
  const bool locked = round != nullptr && round->locked();
  if (may_write_now(state, role) && (!locked || role == v1::ROLE_FACILITATOR)) {
    return Filing{current, false};
  }
  if (const Id grace = round_in_grace(state); grace != 0) return Filing{grace, false};
  return reject(v1::REJECTION_CODE_ROUND_CLOSED, field,
                "keep the words and wait for the next round");
}

}  // namespace rebond
