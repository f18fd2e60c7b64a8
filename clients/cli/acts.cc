// Commands that are a handful of small actions on one thing of a café: `rebond table LINK add …`.
#include "clients/cli/acts.h"

#include <utility>

#include "clients/cli/arguments.h"
#include "clients/cli/message_json.h"
#include "clients/cli/one_command.h"
#include "clients/cli/options.h"
#include "clients/cli/output.h"
#include "clients/cli/stay.h"

namespace rebond::cli {
namespace {

/// Looks once and prints.
class Listing final : public Stay {
 public:
  Listing(const CafeLink& link, ReadRows read, bool json)
      : Stay(link, to_look(link), Retry::kAfterFirstWelcome), read_(std::move(read)), json_(json) {}

 protected:
  void on_live() override {
    for (const Row& row : read_(session().state())) print_line(json_ ? row.json.dump() : line(row));
    finish(done());
  }

 private:
  static std::string line(const Row& row) {
    std::string line;
    for (const std::string& cell : row.cells) line += (line.empty() ? "" : "\t") + cell;
    return line;
  }

  ReadRows read_;
  bool json_;
};

std::string line_of(const Deed& deed, const ClientSession& session, const Outcome& outcome) {
  nlohmann::ordered_json json;
  if (!deed.key.empty()) {
    // An anonymous idea gets its id from the server.
    const Id id = outcome.ids.empty() ? session.renamed(deed.id) : outcome.ids.front();
    json[deed.key] = std::to_string(id);
  }
  json["seq"] = outcome.seq;
  return json.dump();
}

Exit send_deed(const std::string& link_argument, double timeout, const MakeDeed& make) {
  const Result<CafeLink> link = read_link(link_argument);
  if (!link) return exit_of(link.error());
  return send_one(*link, from_seconds(timeout), [&](ClientSession& session) -> Result<Wish> {
    Result<Deed> deed = make(session);
    if (!deed) return deed.error();
    Wish wish;
    wish.command = std::move(deed->command);
    deed->command.Clear();
    wish.line = [deed = *deed, &session](const Outcome& outcome) {
      return line_of(deed, session, outcome);
    };
    return wish;
  });
}

}  // namespace

Acts::Acts(CLI::App& app, Job& job, const char* name, const char* help, const char* examples)
    : command_(*app.add_subcommand(name, help)), job_(job) {
  add_link_argument(command_, options_->link);
  add_timeout_option(command_, options_->timeout, "How long to try");
  command_.require_subcommand(1);
  add_examples(command_, examples);
}

CLI::App* Acts::send(const char* name, const char* help, MakeDeed make) {
  auto* action = command_.add_subcommand(name, help);
  action->fallthrough();
  action->callback([options = options_, make = std::move(make), &job = job_] {
    job = [options, make] { return send_deed(options->link, options->timeout, make); };
  });
  return action;
}

CLI::App* Acts::list(const char* name, const char* help, ReadRows read) {
  auto* action = look(name, help,
                      [options = options_, read = std::move(read)](
                          const CafeLink& link, std::chrono::milliseconds timeout) {
                        return Listing(link, read, options->json).run(timeout);
                      });
  action->add_flag("--json", options_->json, "One JSON object per line");
  return action;
}

CLI::App* Acts::look(const char* name, const char* help, Look look) {
  auto* action = command_.add_subcommand(name, help);
  action->fallthrough();
  action->callback([options = options_, look = std::move(look), &job = job_] {
    job = [options, look]() -> Exit {
      const Result<CafeLink> link = read_link(options->link);
      if (!link) return exit_of(link.error());
      return look(*link, from_seconds(options->timeout));
    };
  });
  return action;
}

CLI::App* offer_deed(CLI::App& app, Job& job, const char* name, const char* help,
                     const char* examples, MakeDeed make) {
  struct Options {
    std::string link;
    double timeout = 10;
  };
  auto* command = app.add_subcommand(name, help);
  const auto options = std::make_shared<Options>();
  add_link_argument(*command, options->link);
  add_timeout_option(*command, options->timeout, "How long to try");
  add_examples(*command, examples);
  command->callback([options, make = std::move(make), &job] {
    job = [options, make] { return send_deed(options->link, options->timeout, make); };
  });
  return command;
}

nlohmann::ordered_json row_json(Id id, const google::protobuf::Message& record) {
  nlohmann::ordered_json json = {{"id", std::to_string(id)}};
  const nlohmann::json fields = message_json(record);
  for (const auto& [name, value] : fields.items()) json[name] = value;
  return json;
}

nlohmann::ordered_json row_json(Id id, const google::protobuf::Message& record,
                                const State& words) {
  nlohmann::ordered_json json = row_json(id, record);
  json["text"] = words.text(id).visible();
  return json;
}

}  // namespace rebond::cli
