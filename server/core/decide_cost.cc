// The rules of the cost sheet.
#include <algorithm>

#include "core/rules.h"

namespace rebond {
namespace {

constexpr std::size_t kLinesMax = 200;
constexpr std::size_t kLabelBytesMax = 200;
constexpr std::uint32_t kHundredthsMax = 10'000'000;
constexpr std::uint32_t kEurosMax = 1'000'000'000;

template <typename Command>
Refusal check_line(const Command& command, const std::string& field) {
  if (Refusal refusal = check_words(command.label(), kLabelBytesMax, (field + ".label").c_str())) {
    return refusal;
  }
  if (command.days_hundredths() > kHundredthsMax) {
    return reject(v1::REJECTION_CODE_LIMIT, field + ".days_hundredths",
                  "choose at most " + std::to_string(kHundredthsMax));
  }
  if (command.euros() > kEurosMax) {
    return reject(v1::REJECTION_CODE_LIMIT, field + ".euros",
                  "choose at most " + std::to_string(kEurosMax));
  }
  return std::nullopt;
}

template <typename Command>
void fill(const Command& command, v1::CostLine& line) {
  line.set_label(command.label());
  line.set_days_hundredths(command.days_hundredths());
  line.set_euros(command.euros());
}

}  // namespace

Decision decide_add_cost(const v1::AddCost& command, const Context& context) {
  if (Refusal refusal =
          check_new_id(context, v1::RECORD_KIND_COST_LINE, command.cost(), "add_cost.cost")) {
    return *refusal;
  }
  if (Refusal refusal = check_line(command, "add_cost")) return *refusal;
  if (context.state.records().count<v1::CostLine>() >= kLinesMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "add_cost", "this café holds no more cost lines");
  }
  std::uint32_t last = 0;
  context.state.records().each<v1::CostLine>(
      [&](Id, const v1::CostLine& other) { last = std::max(last, other.position()); });
  v1::CostLine line;
  fill(command, line);
  line.set_position(last + 1);
  line.set_device(context.member.device);
  return accept(v1::WHAT_COST_ADDED, put_change(command.cost(), line));
}

Decision decide_set_cost(const v1::SetCost& command, const Context& context) {
  const auto* line = context.state.find<v1::CostLine>(command.cost());
  if (line == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_cost.cost", "name a cost line of this café");
  }
  if (Refusal refusal = check_line(command, "set_cost")) return *refusal;
  v1::CostLine changed = *line;
  fill(command, changed);
  return accept(v1::WHAT_COST_CHANGED, put_change(command.cost(), changed));
}

}  // namespace rebond
