// One device of an evening that is played: it does one thing after the other.
#include "clients/cli/hand.h"

#include <utility>

#include "clients/cli/stay.h"

namespace rebond::cli {

Hand::Hand(Surroundings around, const CafeLink& link, std::chrono::milliseconds patience)
    : around_(around),
      patience_(patience),
      client_(around, target_of(link), to_write(link), *this) {}

Result<void> Hand::arrive() {
  session().start();
  return run_until([this] { return live_; }, "the café");
}

Result<Outcome> Hand::give(v1::Command command) {
  outcome_.reset();
  const Result<CommandNumber> number = session().send(std::move(command));
  if (!number) return number.error();
  const auto answered = [this, number = *number] { return outcome_ && outcome_->number == number; };
  if (const Result<void> done = run_until(answered, "an acknowledgement"); !done) {
    return done.error();
  }
  if (outcome_->accepted) return *outcome_;
  const v1::Rejection& why = outcome_->rejection;
  return Error{ErrorKind::kInvalid, why.field(),
               why.remedy() + " (" + rejection_name(why.code()) + ")"};
}

Result<void> Hand::wait_for(const std::function<bool(const State&)>& there, const char* what) {
  return run_until([&] { return there(state()); }, what);
}

void Hand::leave() {
  if (!session().ended()) session().stop();
}

Result<void> Hand::run_until(const std::function<bool()>& done, const char* what) {
  const auto deadline = std::chrono::steady_clock::now() + patience_;
  while (!done()) {
    if (ending_) return Error{ErrorKind::kUnavailable, "", ending_->message};
    around_.io.run_one_until(deadline);
    if (std::chrono::steady_clock::now() >= deadline && !done()) {
      return Error{
          ErrorKind::kUnavailable, "",
          "the server did not give " + std::string(what) + " in time; look whether it runs"};
    }
  }
  return {};
}

}  // namespace rebond::cli
