// The command line of rebond-server.
#include "net/options.h"

#include <CLI/CLI.hpp>
#include <arpa/inet.h>
#include <system_error>
#include <vector>

namespace rebond {
namespace {

constexpr std::uint16_t kPort = 8080;
constexpr int kUsage = 2;

/// As CLI11 fills it in.
struct RawOptions {
  Options options;
  std::string listen;
  std::vector<std::string> limits;
  std::string web_root;
  std::string admin_token_file;
  std::string tls_cert;
  std::string tls_key;
  bool tls_self_signed = false;
  unsigned threads = 1;
};

void describe_options(CLI::App& app, RawOptions& raw) {
  app.add_option("--data", raw.options.data, "Folder that keeps the cafés; made when missing")
      ->required()
      ->type_name("DIR");
  app.add_option("--listen", raw.listen,
                 "Address and port [127.0.0.1:8080]; 0.0.0.0:8080 lets the hall in, port 0 picks "
                 "one")
      ->type_name("ADDR:PORT");
  app.add_option("--threads", raw.threads, "Threads for connections; only 1 for now")
      ->type_name("N");
  app.add_option("--admin-token-file", raw.admin_token_file,
                 "What founding a café from another machine takes [DATA/admin-token]; made when "
                 "missing")
      ->type_name("FILE");
  app.add_option("--web-root", raw.web_root, "Serve the pages from a folder, while working on them")
      ->type_name("DIR");
  app.add_option("--limit", raw.limits, "Change a limit of docs/protocol.md; may be repeated")
      ->type_name("NAME=VALUE");
  app.add_option("--min-free", raw.options.min_free_bytes,
                 "Free disk space below which the cafés are read-only [5 % of the disk, 1 GiB at "
                 "most]")
      ->type_name("BYTES");
  app.add_option("--log-level", raw.options.log_level, "What is told on stderr [info]")
      ->type_name("LEVEL")
      ->check(CLI::IsMember({"trace", "debug", "info", "warn", "error", "off"}));
}

void describe_tls(CLI::App& app, RawOptions& raw) {
  app.add_option("--tls-cert", raw.tls_cert,
                 "Speak https with this certificate and its chain, in PEM; read again at SIGHUP")
      ->type_name("FILE");
  app.add_option("--tls-key", raw.tls_key, "The key of --tls-cert, in PEM, without a password")
      ->type_name("FILE");
  app.add_flag("--tls-self-signed", raw.tls_self_signed,
               "Speak https with a certificate that the server makes in DATA/tls");
}

bool is_ip_address(const std::string& host) {
  in6_addr address{};
  return inet_pton(AF_INET, host.c_str(), &address) == 1 ||
         inet_pton(AF_INET6, host.c_str(), &address) == 1;
}

Result<void> complete_tls(const RawOptions& raw, Options& options) {
  if (raw.tls_cert.empty() != raw.tls_key.empty()) {
    const char* missing = raw.tls_cert.empty() ? "--tls-cert" : "--tls-key";
    return Error{ErrorKind::kInvalid, missing, "give --tls-cert and --tls-key together"};
  }
  if (raw.tls_self_signed && !raw.tls_cert.empty()) {
    return Error{ErrorKind::kInvalid, "--tls-self-signed",
                 "leave it out when --tls-cert and --tls-key are given"};
  }
  if (raw.tls_self_signed) {
    const std::filesystem::path folder = options.data / "tls";
    options.tls = TlsSettings{folder / "cert.pem", folder / "key.pem", true};
  } else if (!raw.tls_cert.empty()) {
    options.tls = TlsSettings{raw.tls_cert, raw.tls_key, false};
  }
  return {};
}

/// What CLI11 does not check.
Result<void> complete(RawOptions& raw) {
  Options& options = raw.options;
  if (raw.threads != 1) {
    return Error{ErrorKind::kInvalid, "--threads",
                 "this version runs its connections on one thread; leave the option out"};
  }
  if (!raw.listen.empty()) {
    const auto listen = parse_authority(raw.listen, kPort);
    if (!listen || !is_ip_address(listen->host)) {
      return Error{ErrorKind::kInvalid, "--listen",
                   "\"" + raw.listen + "\" is no IP address; write one such as 127.0.0.1:8080"};
    }
    options.listen = *listen;
  }
  for (const std::string& limit : raw.limits) {
    if (Result<void> set = set_limit(options.limits, limit); !set) return set;
  }
  if (!raw.web_root.empty()) {
    options.web_root = raw.web_root;
    std::error_code ignored;
    if (!std::filesystem::is_directory(raw.web_root, ignored)) {
      return Error{ErrorKind::kInvalid, "--web-root",
                   "there is no folder \"" + raw.web_root + "\"; name the folder of built pages"};
    }
  }
  options.admin_token_file = raw.admin_token_file;
  if (raw.admin_token_file.empty()) options.admin_token_file = options.data / "admin-token";
  return complete_tls(raw, options);
}

NoStart usage(const std::string& sentence) {
  return {kUsage, {}, "rebond-server: " + sentence + "\n"};
}

}  // namespace

std::variant<Options, NoStart> parse_options(int argc, const char* const* argv) {
  RawOptions raw;
  CLI::App app("Rebond: the live server of Cafés Conversation.", "rebond-server");
  app.footer(
      "It prints \"listening on http://ADDR:PORT\" (or https) when it is ready, and stops cleanly "
      "at "
      "SIGTERM.\n"
      "Commands for who operates it: status, backup, restore, check, salvage, erase; "
      "rebond-server COMMAND --help says more.\n"
      "Exit codes: 0 stopped, 1 failed, 2 wrong command line.");
  describe_options(app, raw);
  describe_tls(app, raw);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return NoStart{0, app.help(), {}};
  } catch (const CLI::ParseError& error) {
    return usage(std::string(error.what()) + "; rebond-server --help says more");
  }
  if (const Result<void> completed = complete(raw); !completed) {
    return usage(describe(completed.error()));
  }
  return raw.options;
}

}  // namespace rebond
