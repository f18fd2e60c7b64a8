// rebond announce: a message to everybody.
#include "clients/cli/acts.h"

namespace rebond::cli {

void offer_announce(CLI::App& app, Job& job) {
  const auto text = std::make_shared<std::string>();
  auto* command = offer_deed(app, job, "announce", "Send a message to everybody",
                             "  rebond announce @facilitator \"Le café est servi.\"",
                             [text](ClientSession& session) -> Result<Deed> {
                               Deed deed{{}, "announcement", session.new_id()};
                               v1::Announce& announce = *deed.command.mutable_announce();
                               announce.set_announcement(deed.id);
                               announce.set_text(*text);
                               return deed;
                             });
  command->add_option("TEXT", *text, "The message")->required()->type_name("");
}

}  // namespace rebond::cli
