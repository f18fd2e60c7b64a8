// Commands that are a handful of small actions on one thing of a café: `rebond table LINK add …`.
#pragma once

#include <CLI/CLI.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "clients/cli/commands/commands.h"
#include "clients/cpp/client_session.h"
#include "clients/cpp/link.h"

namespace rebond::cli {

/// A command to send, and what the line that is printed calls the thing that it makes or changes.
struct Deed {
  v1::Command command;
  /// "table", "line", …; empty: the line only has the seq.
  std::string key;
  Id id = 0;
};

/// Makes the deed in the café that is here. Fails with what is wrong with the arguments in it.
using MakeDeed = std::function<Result<Deed>(ClientSession&)>;

/// A row of a list: for people the cells, for scripts the object.
struct Row {
  std::vector<std::string> cells;
  nlohmann::ordered_json json;
};

/// Reads the rows out of the café.
using ReadRows = std::function<std::vector<Row>(const State&)>;

/// Looks at the café behind the link in a way of its own, and prints.
using Look = std::function<Exit(const CafeLink& link, std::chrono::milliseconds timeout)>;

/// One subcommand of `rebond` with its LINK and its actions. Made while the command line is being
/// described; what it gives to the parser keeps itself alive.
class Acts {
 public:
  /// `examples` is shown under the help of the subcommand.
  Acts(CLI::App& app, Job& job, const char* name, const char* help, const char* examples);

  /// An action that sends one command and prints {"KEY":"ID","seq":N}.
  CLI::App* send(const char* name, const char* help, MakeDeed make);

  /// An action that prints rows: a line each with tabs, or with --json an object each.
  CLI::App* list(const char* name, const char* help, ReadRows read);

  /// An action that prints what is in no list.
  CLI::App* look(const char* name, const char* help, Look look);

 private:
  struct Options {
    std::string link;
    double timeout = 10;
    bool json = false;
  };

  CLI::App& command_;
  Job& job_;
  std::shared_ptr<Options> options_ = std::make_shared<Options>();
};

/// The only action of a subcommand: `rebond undo LINK`.
CLI::App* offer_deed(CLI::App& app, Job& job, const char* name, const char* help,
                     const char* examples, MakeDeed make);

/// The record as a row's object: its id, then its fields; with `text`, the words of that id too.
nlohmann::ordered_json row_json(Id id, const google::protobuf::Message& record);
nlohmann::ordered_json row_json(Id id, const google::protobuf::Message& record, const State& words);

}  // namespace rebond::cli
