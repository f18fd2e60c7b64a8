// rebond cafe: a whole café as one file, to move it to another laptop.
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "base/bytes.h"
#include "clients/cli/arguments.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/options.h"
#include "clients/cli/output.h"
#include "clients/cli/server_post.h"
#include "clients/cli/stay.h"
#include "clients/cpp/http_client.h"

namespace rebond::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string link;
  std::string file;
  ServerOptions server;
  bool json = false;
  double timeout = 60;
};

/// All of it or nothing under that name, readable by its owner only: names of people are inside.
Exit write_privately(const std::string& bytes, const std::string& path) {
  const std::string part = path + ".part";
  const int file =
      ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
  std::size_t written = 0;
  ssize_t last = 0;
  while (file >= 0 && written < bytes.size() && last >= 0) {
    last = ::write(file, bytes.data() + written, bytes.size() - written);
    if (last > 0) written += static_cast<std::size_t>(last);
  }
  const bool whole = file >= 0 && written == bytes.size() && ::fsync(file) == 0;
  const int trouble = errno;
  if (file >= 0) ::close(file);
  if (whole && std::rename(part.c_str(), path.c_str()) == 0) return done();
  const int number = whole ? errno : trouble;
  if (file >= 0) ::unlink(part.c_str());
  return usage("cannot write the file \"" + path + "\" (" +
               std::generic_category().message(number) + "); choose another one with -o");
}

Exit save(const Options& options) {
  const Result<CafeLink> link = read_link(options.link);
  if (!link) return exit_of(link.error());
  HttpCall call;
  call.server = link->server;
  call.target = link->file_path();
  call.bearer = to_hex(link->token);
  call.timeout = from_seconds(options.timeout);
  const Result<HttpReply> reply = http_exchange(call);
  if (!reply) return exit_of(reply.error());
  if (reply->status != 200) return exit_of_status(reply->status, reply->body);
  if (Exit written = write_privately(reply->body, options.file); !written.ok()) return written;
  const Json json = {{"cafe", link->cafe}, {"file", options.file}, {"bytes", reply->body.size()}};
  print_line(options.json ? json.dump()
                          : "café " + link->cafe + " saved in " + options.file +
                                "; on the other laptop: rebond cafe load " + options.file);
  return done();
}

Exit tell_loaded(const Options& options, const std::string& body) {
  const Json json = Json::parse(body, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("cafe") || !json.contains("seq")) {
    return rejected("the server did not say what it took in; look with rebond-server status");
  }
  print_line(options.json
                 ? json.dump()
                 : "café " + json["cafe"].get<std::string>() + " is on " + options.server.server +
                       " up to entry " + json["seq"].dump() +
                       "; the old links work with this address in the place of the old one");
  return done();
}

Exit load(const Options& options) {
  Result<std::string> file = read_file(options.file);
  if (!file) return exit_of(file.error());
  HttpCall call;
  call.target = "/cafes/file";
  call.content_type = "application/octet-stream";
  call.body = std::move(*file);
  call.timeout = from_seconds(options.timeout);
  const auto posted = post_to_server(options.server, std::move(call));
  if (const Exit* refused = std::get_if<Exit>(&posted)) return *refused;
  return tell_loaded(options, std::get<std::string>(posted));
}

void offer_save(CLI::App& cafe, Job& job) {
  auto* command = cafe.add_subcommand("save", "Fetch the whole café as one file");
  const auto options = std::make_shared<Options>();
  add_link_argument(*command, options->link)->description("A facilitator's link, @FILE or -");
  command->add_option("-o,--output", options->file, "The file; readable by you only")
      ->required()
      ->type_name("FILE");
  command->add_flag("--json", options->json, "Print one JSON document");
  add_timeout_option(*command, options->timeout, "How long to wait");
  add_examples(*command, "  rebond cafe save @facilitator -o soiree.rebond");
  command->callback([options, &job] { job = [options] { return save(*options); }; });
}

void offer_load(CLI::App& cafe, Job& job) {
  auto* command = cafe.add_subcommand("load", "Take a saved café in, with the links that it had");
  const auto options = std::make_shared<Options>();
  command->add_option("FILE", options->file, "What rebond cafe save wrote; - for standard input")
      ->required()
      ->type_name("");
  add_server_options(*command, options->server);
  command->add_flag("--json", options->json, "Print one JSON document");
  add_timeout_option(*command, options->timeout, "How long to wait");
  add_examples(*command, "  rebond cafe load soiree.rebond --server http://127.0.0.1:8080");
  command->callback([options, &job] { job = [options] { return load(*options); }; });
}

}  // namespace

void offer_cafe(CLI::App& app, Job& job) {
  auto* command = app.add_subcommand("cafe", "Save a whole café as one file, or load it elsewhere");
  command->require_subcommand(1);
  add_examples(*command,
               "  rebond cafe save @facilitator -o soiree.rebond\n"
               "  rebond cafe load soiree.rebond --server http://127.0.0.1:8080\n"
               "The loaded café keeps its links and its short code; only the address changes.");
  offer_save(*command, job);
  offer_load(*command, job);
}

}  // namespace rebond::cli
