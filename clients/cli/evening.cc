// A whole evening, from the preparation to the thanks, played by one program.
#include "clients/cli/evening.h"

#include <nlohmann/json.hpp>

#include "clients/cli/evening_cast.h"
#include "clients/cli/output.h"

namespace rebond::cli {
namespace {

Result<void> play(Cast& cast) {
  if (Result<void> here = cast.arrive(); !here) return here;
  cast.tell("preparation", std::to_string(cast.tables()) + " tables, the last without a tablet");
  if (Result<void> done = cast.go_to("preparation"); !done) return done;
  if (Result<void> done = play_rounds(cast); !done) return done;
  return play_harvest(cast);
}

}  // namespace

Exit play_evening(const Plan& plan, const CafeLinkSet& links, const EveningOptions& options) {
  Cast cast(plan, links, options);
  const Result<void> played = play(cast);
  const std::size_t of = plan.ideas();
  print_line(options.json
                 ? nlohmann::ordered_json{{"acknowledged", cast.acknowledged}, {"of", of}}.dump()
                 : "acknowledged " + std::to_string(cast.acknowledged) + " of " +
                       std::to_string(of));
  if (!played) {
    const std::string why = describe(played.error());
    return played.error().kind == ErrorKind::kUnavailable ? unreachable(why) : rejected(why);
  }
  return cast.acknowledged == of ? done() : rejected("some ideas were not acknowledged");
}

}  // namespace rebond::cli
