// The rules of the preparation's checklist.
#include <algorithm>

#include "core/rules.h"

namespace rebond {
namespace {

constexpr std::size_t kTasksMax = 500;
constexpr std::size_t kWhatBytesMax = 500;
constexpr std::size_t kOwnerBytesMax = 200;
constexpr std::uint32_t kMinutesMax = 1'000'000;
constexpr std::uint32_t kEurosMax = 1'000'000'000;

Refusal check_task(const v1::Task& task, const std::string& field) {
  if (Refusal refusal = check_words(task.what(), kWhatBytesMax, (field + ".what").c_str())) {
    return refusal;
  }
  if (Refusal refusal = check_words(task.owner(), kOwnerBytesMax, (field + ".owner").c_str(),
                                    /*may_be_empty=*/true)) {
    return refusal;
  }
  if (task.minutes() > kMinutesMax) {
    return reject(v1::REJECTION_CODE_LIMIT, field + ".minutes",
                  "choose at most " + std::to_string(kMinutesMax));
  }
  if (task.euros() > kEurosMax) {
    return reject(v1::REJECTION_CODE_LIMIT, field + ".euros",
                  "choose at most " + std::to_string(kEurosMax));
  }
  return std::nullopt;
}

}  // namespace

Decision decide_add_task(const v1::AddTask& command, const Context& context) {
  if (Refusal refusal =
          check_new_id(context, v1::RECORD_KIND_TASK, command.task(), "add_task.task")) {
    return *refusal;
  }
  if (context.state.records().count<v1::Task>() >= kTasksMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "add_task", "this café holds no more tasks");
  }
  std::uint32_t last = 0;
  context.state.records().each<v1::Task>(
      [&](Id, const v1::Task& other) { last = std::max(last, other.position()); });
  v1::Task task;
  task.set_what(command.what());
  task.set_owner(command.owner());
  task.set_minutes(command.minutes());
  task.set_euros(command.euros());
  task.set_position(last + 1);
  task.set_device(context.member.device);
  if (Refusal refusal = check_task(task, "add_task")) return *refusal;
  return accept(v1::WHAT_TASK_ADDED, put_change(command.task(), task));
}

Decision decide_set_task(const v1::SetTask& command, const Context& context) {
  const auto* task = context.state.find<v1::Task>(command.task());
  if (task == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_task.task", "name a task of this café");
  }
  v1::Task changed = *task;
  if (command.has_what()) changed.set_what(command.what());
  if (command.has_owner()) changed.set_owner(command.owner());
  if (command.has_minutes()) changed.set_minutes(command.minutes());
  if (command.has_euros()) changed.set_euros(command.euros());
  if (command.has_done()) changed.set_done(command.done());
  if (Refusal refusal = check_task(changed, "set_task")) return *refusal;
  return accept(v1::WHAT_TASK_CHANGED, put_change(command.task(), changed));
}

}  // namespace rebond
