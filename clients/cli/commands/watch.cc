// rebond watch: follows what happens in a café, entry by entry.
#include <algorithm>
#include <limits>
#include <utility>

#include "base/limits.h"
#include "clients/cli/arguments.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/entry_text.h"
#include "clients/cli/options.h"
#include "clients/cli/output.h"
#include "clients/cli/stay.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string link;
  Seq from = 0;
  bool from_given = false;
  Seq until = std::numeric_limits<Seq>::max();
  bool json = false;
  double timeout = 10;
};

/// One device for both connections.
SessionOptions with_key(SessionOptions options, const std::string& device_key) {
  options.device_key = device_key;
  return options;
}

/// Learns which history this is, and what things are called in it.
class FirstLook final : public Stay {
 public:
  FirstLook(const CafeLink& link, const std::string& device_key)
      : Stay(link, with_key(to_look(link), device_key), Retry::kAfterFirstWelcome) {}

  Epoch epoch() const { return epoch_; }
  const State& names() const { return names_; }

 protected:
  void on_live() override {
    epoch_ = session().replica().epoch();
    names_ = session().state();
    finish(done());
  }

 private:
  Epoch epoch_ = 0;
  State names_;
};

/// Prints the entries behind a place in the history, over reconnections, without a gap.
class Watch final : public Stay {
 public:
  Watch(const CafeLink& link, SessionOptions session, const Options& options, State names)
      : Stay(link, std::move(session), Retry::kBeforeFirstWelcome),
        options_(options),
        names_(std::move(names)),
        next_(options.from + 1) {}

 protected:
  void on_entry(const v1::Entry& entry) override {
    if (entry.seq() < next_ || entry.seq() > options_.until) return;
    // Behind the first look the names grow with the history.
    if (entry.seq() == names_.seq() + 1 && !names_.apply(entry)) names_ = State();
    print_line(options_.json ? entry_json(entry) : entry_line(entry, names_));
    next_ = entry.seq() + 1;
    if (entry.seq() == options_.until) finish(done());
  }

  void on_snapshot() override {
    const Seq seq = session().replica().seq();
    const std::string missed = "the server no longer has the entries " + std::to_string(next_) +
                               " to " + std::to_string(seq) + " one by one";
    if (options_.from_given || seq >= options_.until) {
      return finish(rejected(missed + "; begin behind them with --from " + std::to_string(seq)));
    }
    print_error(missed + "; going on behind them");
    next_ = seq + 1;
  }

 private:
  Options options_;
  State names_;
  Seq next_;
};

Exit watch(const Options& options) {
  const Result<CafeLink> link = read_link(options.link);
  if (!link) return exit_of(link.error());
  const std::string device_key = SystemRandom().bytes(kSecretBytes);
  FirstLook look(*link, device_key);
  if (Exit exit = look.run(from_seconds(options.timeout)); !exit.ok()) return exit;
  if (options.until <= options.from) return done();

  SessionOptions session = with_key(to_look(*link), device_key);
  session.keep = Keep::kCursor;
  session.resume_epoch = look.epoch();
  // To know more than the server means that it lost data (CU4); to wait for it does not.
  session.resume_seq = std::min(options.from, look.names().seq());
  return Watch(*link, std::move(session), options, look.names()).run(std::nullopt);
}

}  // namespace

void offer_watch(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("watch", "Follow what happens, entry by entry");
  const auto options = std::make_shared<Options>();
  add_link_argument(*command, options->link);
  auto* from = command->add_option("--from", options->from,
                                   "Begin behind entry SEQ; without it at the beginning");
  from->type_name("SEQ");
  command->add_option("--until", options->until, "Stop after entry SEQ")->type_name("SEQ");
  command->add_flag("--json", options->json, "One JSON object per line: seq, at, kind, changes");
  add_timeout_option(*command, options->timeout,
                     "How long to wait for the café at first; later it waits for ever");
  add_examples(*command,
               "  rebond watch @screen\n"
               "  rebond watch @screen --from 120 --json | jq -c .kind\n"
               "A line is SEQ, time, kind and words, separated by tabs.");
  command->callback([options, from, &job] {
    options->from_given = from->count() > 0;
    job = [options] { return watch(*options); };
  });
}

}  // namespace rebond::cli
