// The rules of the evaluation on leaving: three answers each, and nobody is told whose.
#include "core/personal.h"
#include "core/rules.h"

namespace rebond {
namespace {

constexpr int kQuestions = 3;
constexpr std::uint32_t kNo = 1;
constexpr std::uint32_t kPartly = 2;
constexpr std::uint32_t kYes = 3;

Refusal check_answers(const v1::Evaluate& command) {
  if (command.answers_size() > kQuestions) {
    return reject(v1::REJECTION_CODE_LIMIT, "evaluate.answers", "answer three questions");
  }
  bool any = false;
  for (const std::uint32_t answer : command.answers()) {
    if (answer > kYes) {
      return reject(v1::REJECTION_CODE_MALFORMED, "evaluate.answers",
                    "answer 1 for no, 2 for partly, 3 for yes or 0");
    }
    any = any || answer != 0;
  }
  if (any) return std::nullopt;
  return reject(v1::REJECTION_CODE_MALFORMED, "evaluate.answers", "answer at least one question");
}

std::uint32_t answer_to(const google::protobuf::RepeatedField<std::uint32_t>& answers,
                        int question) {
  return question < answers.size() ? answers[question] : 0;
}

void add(std::uint32_t answer, v1::Evaluation& tally) {
  if (answer == kNo) tally.set_no(tally.no() + 1);
  if (answer == kPartly) tally.set_partly(tally.partly() + 1);
  if (answer == kYes) tally.set_yes(tally.yes() + 1);
}

void take(std::uint32_t answer, v1::Evaluation& tally) {
  if (answer == kNo && tally.no() > 0) tally.set_no(tally.no() - 1);
  if (answer == kPartly && tally.partly() > 0) tally.set_partly(tally.partly() - 1);
  if (answer == kYes && tally.yes() > 0) tally.set_yes(tally.yes() - 1);
}

}  // namespace

Decision decide_evaluate(const v1::Evaluate& command, const Context& context) {
  const Member& member = context.member;
  if (command.for_guest() && member.role != v1::ROLE_FACILITATOR &&
      member.role != v1::ROLE_CAPTAIN) {
    return reject(v1::REJECTION_CODE_FORBIDDEN, "evaluate.for_guest", "answer for yourself");
  }
  if (Refusal refusal = check_act(context, v1::ACT_EVALUATE, "evaluate")) return *refusal;
  if (Refusal refusal = check_answers(command)) return *refusal;
  const Id key = answers_key(member);
  const v1::AnswersRecord before =
      command.for_guest() ? v1::AnswersRecord() : context.private_state.answers_of(key);
  Changes changes;
  changes.what = v1::WHAT_EVALUATED;
  changes.anonymous = true;
  for (int question = 0; question < kQuestions; ++question) {
    const std::uint32_t old = answer_to(before.answers(), question);
    const std::uint32_t now = answer_to(command.answers(), question);
    if (old == now) continue;
    const auto id = static_cast<Id>(question) + 1;
    const v1::Evaluation* known = context.state.find<v1::Evaluation>(id);
    v1::Evaluation tally = known == nullptr ? v1::Evaluation() : *known;
    take(old, tally);
    add(now, tally);
    changes.changes.push_back(put_change(id, tally));
  }
  changes.private_only = changes.changes.empty();
  if (!command.for_guest()) {
    v1::AnswersRecord record;
    *record.mutable_answers() = command.answers();
    changes.private_writes.push_back(put_private(v1::PRIVATE_KIND_ANSWERS, key, record));
  }
  return changes;
}

}  // namespace rebond
