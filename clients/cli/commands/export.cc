// rebond export: fetches the trace of a café.
#include <cstdint>
#include <fstream>
#include <iostream>

#include "base/bytes.h"
#include "clients/cli/arguments.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/options.h"
#include "clients/cli/stay.h"
#include "clients/cpp/http_client.h"

namespace rebond::cli {
namespace {

struct Options {
  std::string link;
  std::string format;
  std::string file;
  std::uint64_t person = 0;
  double timeout = 60;
};

Exit write_document(const std::string& bytes, const std::string& path) {
  if (path.empty() || path == "-") {
    std::cout << bytes << std::flush;
    return done();
  }
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << bytes << std::flush;
  if (!file) return usage("cannot write the file \"" + path + "\"");
  return done();
}

Exit export_trace(const Options& options) {
  const Result<CafeLink> link = read_link(options.link);
  if (!link) return exit_of(link.error());
  HttpCall call;
  call.server = link->server;
  call.target = link->export_path(options.format);
  if (options.person != 0) call.target += "?participant=" + std::to_string(options.person);
  call.bearer = to_hex(link->token);
  call.timeout = from_seconds(options.timeout);
  const Result<HttpReply> reply = http_exchange(call);
  if (!reply) return exit_of(reply.error());
  if (reply->status != 200) return exit_of_status(reply->status, reply->body);
  return write_document(reply->body, options.file);
}

}  // namespace

void offer_export(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("export", "Fetch the trace: every idea, word for word");
  const auto options = std::make_shared<Options>();
  add_link_argument(*command, options->link);
  command->add_option("--format", options->format, "json, md or person")
      ->required()
      ->type_name("F")
      ->check([](const std::string& format) {
        const bool plain =
            !format.empty() &&
            format.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
        return plain ? std::string() : "write a format such as json or md";
      });
  command
      ->add_option("--person", options->person,
                   "With --format person: whose data; without it, those of the link's own person")
      ->type_name("N");
  command->add_option("-o,--output", options->file, "Where to write it; standard output without it")
      ->type_name("FILE");
  add_timeout_option(*command, options->timeout, "How long to wait");
  add_examples(*command,
               "  rebond export @facilitator --format md -o trace.md\n"
               "  rebond export @screen --format json | jq .\n"
               "  rebond export @facilitator --format person --person 8589934593 -o person.json");
  command->callback([options, &job] { job = [options] { return export_trace(*options); }; });
}

}  // namespace rebond::cli
