// The rules of the expert's word: a queue of ideas and groups, and answers about them.
#include "core/written.h"

namespace rebond {
namespace {

constexpr std::size_t kAnswersMax = 2'000;

bool is_withdrawn(const State& state, const v1::RecordRef& what) {
  if (what.kind() == v1::RECORD_KIND_CARD) return state.find<v1::Card>(what.id())->withdrawn();
  return state.find<v1::Group>(what.id())->withdrawn();
}

Refusal check_kind(v1::AnswerKind kind, const char* field) {
  if (kind == v1::ANSWER_KIND_UNSPECIFIED) {
    return reject(v1::REJECTION_CODE_MALFORMED, field, "choose a kind of answer");
  }
  if (!v1::AnswerKind_IsValid(kind)) {
    return reject(v1::REJECTION_CODE_UNSUPPORTED, field, "choose a kind of answer that exists");
  }
  return std::nullopt;
}

Refusal check_new_answer(const v1::AddAnswer& command, const Context& context) {
  if (Refusal refusal = check_act(context, v1::ACT_ANSWER, "add_answer")) return refusal;
  if (!is_idea_or_group(context.state, command.about().kind(), command.about().id())) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "add_answer.about",
                  "name an idea or a group of this café");
  }
  if (Refusal refusal = check_kind(command.kind(), "add_answer.kind")) return refusal;
  if (context.state.records().count<v1::ExpertAnswer>() >= kAnswersMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "add_answer", "this café holds no more answers");
  }
  return check_new_text(context, NewText{v1::RECORD_KIND_EXPERT_ANSWER, command.answer(),
                                         "add_answer.answer", command.run(), "add_answer.run",
                                         command.text(), "add_answer.text", /*may_be_empty=*/true});
}

}  // namespace

Decision decide_queue_for_expert(const v1::QueueForExpert& command, const Context& context) {
  const v1::RecordRef& what = command.what();
  if (!is_idea_or_group(context.state, what.kind(), what.id())) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "queue_for_expert.what",
                  "name an idea or a group of this café");
  }
  const auto* known = context.state.find<v1::ExpertItem>(what.id());
  if (known != nullptr && known->of() != what.kind()) {
    return reject(v1::REJECTION_CODE_CONFLICT, "queue_for_expert.what",
                  "name the other thing with this id");
  }
  if (command.queued() && is_withdrawn(context.state, what)) {
    return reject(v1::REJECTION_CODE_TARGET_WITHDRAWN, "queue_for_expert.what",
                  "restore it before the expert is asked");
  }
  v1::ExpertItem item;
  item.set_queued(command.queued());
  item.set_of(what.kind());
  item.set_queued_at_ms(context.now_ms);
  item.set_device(context.member.device);
  return accept(v1::WHAT_EXPERT_QUEUED, put_change(what.id(), item));
}

Decision decide_add_answer(const v1::AddAnswer& command, const Context& context) {
  if (Refusal refusal = check_new_answer(command, context)) return *refusal;
  v1::ExpertAnswer answer;
  answer.set_about(command.about().id());
  answer.set_of(command.about().kind());
  answer.set_kind(command.kind());
  answer.set_author(context.member.participant);
  answer.set_device(context.member.device);
  answer.set_created_at_ms(context.now_ms);
  Changes changes = accept(v1::WHAT_ANSWER_ADDED, put_change(command.answer(), answer));
  if (!command.text().empty()) {
    changes.changes.push_back(first_run(context, command.answer(), command.run(), command.text()));
  }
  return changes;
}

Decision decide_set_answer(const v1::SetAnswer& command, const Context& context) {
  const auto* answer = context.state.find<v1::ExpertAnswer>(command.answer());
  if (answer == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_answer.answer", "name an answer of this café");
  }
  if (Refusal refusal = check_answer_right(context, *answer, "set_answer.answer")) return *refusal;
  if (Refusal refusal = check_act(context, v1::ACT_ANSWER, "set_answer")) return *refusal;
  if (Refusal refusal = check_kind(command.kind(), "set_answer.kind")) return *refusal;
  v1::ExpertAnswer changed = *answer;
  changed.set_kind(command.kind());
  return accept(v1::WHAT_ANSWER_CHANGED, put_change(command.answer(), changed));
}

}  // namespace rebond
