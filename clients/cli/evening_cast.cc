// The devices of an evening that is played, and what they all know to do.
#include "clients/cli/evening_cast.h"

#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "clients/cli/lookup.h"
#include "clients/cli/output.h"
#include "clients/cli/stay.h"

namespace rebond::cli {

Cast::Cast(const Plan& plan, const CafeLinkSet& links, const EveningOptions& options)
    : plan_(plan),
      links_(links),
      options_(options),
      facilitator_(hand(links.facilitator)),
      expert_(hand(links.expert)) {
  for (std::size_t i = 0; i < plan.tables.size(); ++i) captains_.push_back(hand(links.captains[i]));
}

std::unique_ptr<Hand> Cast::hand(const CafeLink& link) {
  return std::make_unique<Hand>(Surroundings{io_, clock_, random_}, link,
                                from_seconds(options_.timeout_s));
}

Hand& Cast::writer(std::size_t table) {
  return table + 1 == captains_.size() ? *facilitator_ : *captains_[table];
}

Id Cast::table(std::size_t index) const {
  return find_table(facilitator_->state(), static_cast<std::uint32_t>(index + 1)).value();
}

void Cast::tell(const std::string& step, const std::string& what) const {
  if (options_.json) {
    return print_line(nlohmann::ordered_json{{"step", step}, {"what", what}}.dump());
  }
  print_line(step + "\t" + what);
}

Result<void> Cast::order(Hand& hand, const v1::Command& command) {
  const Result<Outcome> outcome = hand.give(command);
  if (!outcome) return outcome.error();
  return {};
}

Result<void> Cast::go_to(const std::string& slug) {
  const Result<Id> step = find_step(facilitator_->state(), slug);
  if (!step) return step.error();
  v1::Command command;
  command.mutable_go_to_step()->set_step(*step);
  return order(*facilitator_, command);
}

Result<void> Cast::arrive() {
  if (Result<void> here = facilitator_->arrive(); !here) return here;
  if (Result<void> here = expert_->arrive(); !here) return here;
  for (std::size_t i = 0; i + 1 < captains_.size(); ++i) {
    if (Result<void> here = captains_[i]->arrive(); !here) return here;
  }
  if (facilitator_->state().records().count<v1::Card>() == 0) return {};
  return Error{ErrorKind::kInvalid, "", "this café has ideas already: create a new one"};
}

Result<Id> Cast::first_idea(std::size_t table) const {
  const auto& ideas = plan_.tables[table].ideas;
  if (ideas.empty()) return Error{ErrorKind::kNotFound, "", "a table has no ideas"};
  return find_card(facilitator_->state(), ideas.front().id);
}

Result<void> Cast::replace_captain(std::size_t index) {
  v1::Command give;
  v1::GiveAccess& access = *give.mutable_give_access();
  access.set_token(random_.bytes(kSecretBytes));
  access.set_role(v1::ROLE_CAPTAIN);
  access.set_table(table(index));
  if (Result<void> done = order(*facilitator_, give); !done) return done;
  CafeLink link = links_.captains[index];
  link.token = access.token();
  captains_[index]->leave();
  captains_[index] = hand(link);
  if (Result<void> here = captains_[index]->arrive(); !here) return here;
  v1::Command revoke;
  for (const v1::AccessEntry& entry : facilitator_->access().access()) {
    const bool old = entry.role() == v1::ROLE_CAPTAIN && entry.table() == table(index);
    if (!old || entry.revoked() || revoke.has_revoke_access()) continue;
    revoke.mutable_revoke_access()->set_access(entry.access());
  }
  return order(*facilitator_, revoke);
}

}  // namespace rebond::cli
