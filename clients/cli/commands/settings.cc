// rebond set: what a café is about, where and when; whether people may write.
#include "clients/cli/acts.h"

namespace rebond::cli {
namespace {

struct Options {
  std::optional<std::string> theme;
  std::optional<std::string> objective;
  std::optional<std::string> place;
  std::optional<std::string> date;
  std::optional<std::string> next_date;
  std::optional<std::string> next_place;
  std::optional<std::string> thanks;
  std::vector<std::string> keywords;
  std::optional<bool> texts_on_screen;
  std::optional<bool> locked;
};

Result<Deed> set_cafe(const Options& options, ClientSession& session) {
  const v1::Cafe& now = *session.state().find<v1::Cafe>(1);
  Deed deed;
  v1::SetCafe& set = *deed.command.mutable_set_cafe();
  set.set_theme(options.theme.value_or(now.theme()));
  set.set_objective(options.objective.value_or(now.objective()));
  set.set_texts_on_screen(options.texts_on_screen.value_or(now.texts_on_screen()));
  if (options.place) set.set_place(*options.place);
  if (options.date) set.set_date(*options.date);
  if (options.next_date) set.set_next_date(*options.next_date);
  if (options.next_place) set.set_next_place(*options.next_place);
  if (options.thanks) set.set_thanks(*options.thanks);
  if (options.locked) set.set_locked(*options.locked);
  for (const std::string& keyword : options.keywords) set.mutable_keywords()->add_words(keyword);
  return deed;
}

}  // namespace

void offer_settings(CLI::App& app, Job& job) {
  const auto options = std::make_shared<Options>();
  auto* command =
      offer_deed(app, job, "set", "Say what the café is about, where and when",
                 "  rebond set @facilitator --place \"Salle des fêtes\" --date 2026-12-03T14:00\n"
                 "  rebond set @facilitator --locked true       nobody writes for a while\n"
                 "  rebond set @facilitator --next-date 2027-01-14 --thanks \"Merci à tous.\"",
                 [options](ClientSession& session) { return set_cafe(*options, session); });
  command->add_option("--theme", options->theme, "The theme");
  command->add_option("--objective", options->objective, "What the café is for");
  command->add_option("--place", options->place, "Where");
  command->add_option("--date", options->date, "When: 2026-12-03 or 2026-12-03T14:00");
  command->add_option("--keywords", options->keywords, "Words around the theme");
  command->add_option("--texts-on-screen", options->texts_on_screen,
                      "Whether the projector shows ideas while a round runs");
  command->add_option("--locked", options->locked, "Nobody but the facilitator writes");
  command->add_option("--next-date", options->next_date, "When people meet again");
  command->add_option("--next-place", options->next_place, "Where people meet again");
  command->add_option("--thanks", options->thanks, "The words of thanks");
}

}  // namespace rebond::cli
