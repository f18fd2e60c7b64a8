// Sends one command into a café and waits for its outcome.
#include "clients/cli/one_command.h"

#include <optional>
#include <utility>

#include "clients/cli/output.h"
#include "clients/cli/stay.h"

namespace rebond::cli {
namespace {

class OneCommand final : public Stay {
 public:
  OneCommand(const CafeLink& link, MakeWish make_wish)
      : Stay(link, to_write(link), Retry::kBeforeFirstWelcome), make_wish_(std::move(make_wish)) {}

 protected:
  void on_live() override {
    if (number_ != 0) return;
    if (!session().can_write()) {
      return finish({ExitCode::kUnauthorised, "this link only shows; use another role's link"});
    }
    Result<Wish> wish = make_wish_(session());
    if (!wish) return finish(rejected(describe(wish.error())));
    line_ = std::move(wish->line);
    const Result<CommandNumber> number = session().send(std::move(wish->command));
    if (!number) return finish(rejected(number.error().message));
    number_ = *number;
  }

  void on_outcome(const Outcome& outcome) override {
    if (outcome.number != number_) return;
    if (!outcome.accepted) return finish(exit_of(outcome.rejection));
    print_line(line_(outcome));
    finish(done());
  }

  std::string too_late() const override {
    if (number_ == 0) return Stay::too_late();
    return "no acknowledgement in time; look with rebond state whether it was kept, or give it a "
           "longer --timeout";
  }

 private:
  MakeWish make_wish_;
  std::function<std::string(const Outcome&)> line_;
  CommandNumber number_ = 0;
};

}  // namespace

Exit send_one(const CafeLink& link, std::chrono::milliseconds timeout, MakeWish make_wish) {
  return OneCommand(link, std::move(make_wish)).run(timeout);
}

}  // namespace rebond::cli
