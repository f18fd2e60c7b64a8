// The rules of the plan of seats: it is asked for here and made aside (rules PL).
#include "core/rules.h"

namespace rebond {

void want_plan(const Context& context, Changes& changes) {
  const v1::SeatPlan* plan = context.state.find<v1::SeatPlan>(1);
  if (plan == nullptr || !plan->automatic()) return;
  v1::SeatPlan wanted = *plan;
  wanted.set_wanted_seq(context.next_seq);
  changes.changes.push_back(put_change(1, wanted));
}

Decision decide_plan_seats(const v1::PlanSeats& command, const Context& context) {
  const v1::SeatPlan* plan = context.state.find<v1::SeatPlan>(1);
  v1::SeatPlan asked = plan == nullptr ? v1::SeatPlan() : *plan;
  asked.set_automatic(command.automatic());
  asked.set_return_home(command.return_home());
  asked.set_wanted_seq(context.next_seq);
  if (command.seed() != 0) asked.set_seed(command.seed());
  if (asked.seed() == 0) asked.set_seed(1);
  return accept(v1::WHAT_SEATS_ASKED, put_change(1, asked));
}

}  // namespace rebond
