// rebond show: what the projector shows.
#include "clients/cli/acts.h"
#include "clients/cli/enum_words.h"
#include "clients/cli/lookup.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string view;
  std::string spotlight;
  Id line = 0;
  std::uint32_t table = 0;
  std::string group;
  std::uint32_t zoom = 0;
  bool tour = false;
  bool names = false;
  bool attention = false;
};

/// The one thing in large letters, when there is one.
Result<v1::RecordRef> spotlight_of(const Options& options, const State& state) {
  if (!options.spotlight.empty()) return find_idea_or_group(state, options.spotlight);
  v1::RecordRef line;
  if (options.line == 0) return line;
  const Result<Id> found = find_by_id<v1::SynthesisLine>(state, options.line, "line");
  if (!found) return found.error();
  line.set_kind(v1::RECORD_KIND_SYNTHESIS_LINE);
  line.set_id(*found);
  return line;
}

Result<Deed> set_show(const Options& options, ClientSession& session) {
  const State& state = session.state();
  Deed deed;
  v1::Show& show = *deed.command.mutable_set_show()->mutable_show();
  if (!options.view.empty()) {
    const Result<v1::View> view = parse_word<v1::View>(options.view);
    if (!view) return view.error();
    show.set_view(*view);
  }
  const Result<v1::RecordRef> spotlight = spotlight_of(options, state);
  if (!spotlight) return spotlight.error();
  show.set_spotlight(spotlight->id());
  show.set_spotlight_kind(spotlight->kind());
  if (options.table != 0) {
    const Result<Id> table = find_table(state, options.table);
    if (!table) return table.error();
    show.set_table(*table);
  }
  if (!options.group.empty()) {
    const Result<Id> group = find_group(state, options.group);
    if (!group) return group.error();
    show.set_group(*group);
  }
  show.set_zoom_percent(options.zoom);
  show.set_tour(options.tour);
  show.set_names(options.names);
  show.set_attention(options.attention);
  return deed;
}

}  // namespace

void offer_show(CLI::App& app, Job& job) {
  const auto options = std::make_shared<Options>();
  auto* command =
      offer_deed(app, job, "show", "Say what the projector shows; what is not named is off",
                 "  rebond show @facilitator --view map --tour\n"
                 "  rebond show @facilitator --spotlight t1.5\n"
                 "  rebond show @facilitator            what belongs to the step",
                 [options](ClientSession& session) { return set_show(*options, session); });
  command->add_option("--view", options->view, words_of<v1::View>());
  command->add_option("--spotlight", options->spotlight, "An idea or a group, in large letters");
  command->add_option("--line", options->line, "A line of a synthesis, in large letters");
  command->add_option("--table", options->table, "One table only")->type_name("N");
  command->add_option("--group", options->group, "One group only");
  command->add_option("--zoom", options->zoom, "Letters in percent of their usual size");
  command->add_flag("--tour", options->tour, "The map goes from group to group by itself");
  command->add_flag("--names", options->names, "First names may be on the projector");
  command->add_flag("--attention", options->attention, "Every page says: please listen");
}

}  // namespace rebond::cli
