// The command lines of the subcommands of rebond-server.
#include "operate/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace rebond::operate {
namespace {

constexpr int kUsage = 2;
constexpr std::string_view kNames[] = {"status", "backup", "restore", "check", "salvage", "erase"};

/// As CLI11 fills it in.
struct Raw {
  std::string data;
  std::string to;
  std::string from;
  std::uint32_t id = 0;
  std::uint32_t keep = BackupOrder{}.keep;
  std::string cafe;
  Id person = 0;
  DeviceNumber device = 0;
  bool with_words = false;
  bool yes = false;
  bool json = false;
};

CLI::App* add(CLI::App& app, Raw& raw, const std::string& name, const std::string& about) {
  CLI::App* command = app.add_subcommand(name, about);
  command->add_flag("--json", raw.json, "Print one JSON document");
  return command;
}

CLI::Option* add_data(CLI::App& command, Raw& raw, const std::string& name = "--data") {
  return command.add_option(name, raw.data, "Folder that keeps the cafés")
      ->required()
      ->type_name("DIR");
}

void describe_status(CLI::App& app, Raw& raw) {
  CLI::App* command = add(app, raw, "status", "What runs, and what is in the data folder");
  add_data(*command, raw);
}

void describe_backup(CLI::App& app, Raw& raw) {
  CLI::App* command =
      add(app, raw, "backup", "Add a backup to a folder, also while the cafés run; reads it back");
  add_data(*command, raw);
  command->add_option("--to", raw.to, "Folder of the backups, best on another disk")
      ->required()
      ->type_name("DEST");
  command->add_option("--keep", raw.keep, "How many backups stay there [5]")
      ->type_name("N")
      ->check(CLI::Range(1, 10'000));
}

void describe_restore(CLI::App& app, Raw& raw) {
  CLI::App* command = add(app, raw, "restore", "Make a new data folder from a backup");
  add_data(*command, raw)->description("New or empty folder; nothing is ever overwritten");
  command->add_option("--from", raw.from, "Folder of the backups")->required()->type_name("DEST");
  command->add_option("--id", raw.id, "Which backup; the newest without it")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
}

void describe_check(CLI::App& app, Raw& raw) {
  CLI::App* command =
      add(app, raw, "check", "Read everything in a data folder that no server holds");
  add_data(*command, raw, "DIR,--data");
}

void describe_salvage(CLI::App& app, Raw& raw) {
  CLI::App* command =
      add(app, raw, "salvage", "Save what can be read of a damaged data folder into a new one");
  add_data(*command, raw, "DIR,--data");
  command->add_option("--to", raw.to, "New folder")->required()->type_name("DIR");
}

void describe_erase(CLI::App& app, Raw& raw) {
  CLI::App* command = add(app, raw, "erase", "Erase a person from a café and from its history");
  add_data(*command, raw);
  command->add_option("--cafe", raw.cafe, "The café's id, as status tells it")
      ->required()
      ->type_name("ID");
  auto* person = command->add_option("--person", raw.person, "The participant's number")
                     ->type_name("N")
                     ->check(CLI::PositiveNumber);
  command->add_option("--device", raw.device, "Instead: the number of a device without a person")
      ->type_name("N")
      ->check(CLI::PositiveNumber)
      ->excludes(person);
  command->add_flag("--with-words", raw.with_words, "Also blank what the person wrote");
  command->add_flag("--yes", raw.yes, "Do not ask first");
}

std::filesystem::path absolute(const std::string& path) {
  std::error_code error;
  return std::filesystem::absolute(path, error);
}

Command command_of(const std::string& name, const Raw& raw) {
  Command command;
  command.data = raw.data;
  command.json = raw.json;
  if (name == "status") {
    command.what = AskCommand{StatusOrder{}, true};
  } else if (name == "backup") {
    command.what = AskCommand{BackupOrder{absolute(raw.to), raw.keep}, true};
  } else if (name == "erase") {
    command.what =
        AskCommand{EraseOrder{raw.cafe, raw.person, raw.device, raw.with_words}, raw.yes};
  } else if (name == "restore") {
    command.what = RestoreCommand{raw.from, raw.id == 0 ? std::nullopt : std::optional(raw.id)};
  } else if (name == "check") {
    command.what = CheckCommand{};
  } else {
    command.what = SalvageCommand{raw.to};
  }
  return command;
}

NoCommand usage(const std::string& sentence) {
  return {kUsage, {}, "rebond-server: " + sentence + "\n"};
}

}  // namespace

bool is_command(int argc, const char* const* argv) {
  return argc > 1 && std::find(std::begin(kNames), std::end(kNames), argv[1]) != std::end(kNames);
}

std::variant<Command, NoCommand> parse_command(int argc, const char* const* argv) {
  Raw raw;
  CLI::App app("Rebond: the live server of Cafés Conversation.", "rebond-server");
  app.footer("Exit codes: 0 done, 1 failed or trouble found, 2 wrong command line.");
  app.require_subcommand(1);
  for (auto* describe : {describe_status, describe_backup, describe_restore, describe_check,
                         describe_salvage, describe_erase}) {
    describe(app, raw);
  }
  const std::string name = argv[1];
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return NoCommand{0, app.help(), {}};
  } catch (const CLI::ParseError& error) {
    return usage(std::string(error.what()) + "; rebond-server " + name + " --help says more");
  }
  if (name == "erase" && raw.person == 0 && raw.device == 0) {
    return usage("say whom to erase: --person N, or --device N for a device without a person");
  }
  return command_of(name, raw);
}

}  // namespace rebond::operate
