// rebond merge: all ideas of one group go into another.
#include "clients/cli/acts.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {

void offer_merge(CLI::App& app, Job& job) {
  struct Options {
    std::string from;
    std::string into;
  };
  const auto options = std::make_shared<Options>();
  auto* command = offer_deed(app, job, "merge", "Move all ideas of a group into another",
                             "  rebond merge @captain-1 \"Eau\" \"Récupérer l'eau\"\n"
                             "No word and no name is lost: the group that stays keeps both names.",
                             [options](ClientSession& session) -> Result<Deed> {
                               const Result<Id> from = find_group(session.state(), options->from);
                               if (!from) return from.error();
                               const Result<Id> into = find_group(session.state(), options->into);
                               if (!into) return into.error();
                               Deed deed{{}, "group", *into};
                               deed.command.mutable_merge_groups()->set_from(*from);
                               deed.command.mutable_merge_groups()->set_into(*into);
                               return deed;
                             });
  command->add_option("FROM", options->from, "The group that goes")->required()->type_name("");
  command->add_option("INTO", options->into, "The group that stays")->required()->type_name("");
}

}  // namespace rebond::cli
