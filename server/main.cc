// rebond-server: puts journal, cafés and sockets together.
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <csignal>
#include <cstdio>
#include <google/protobuf/stubs/logging.h>
#include <memory>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <utility>
#include <variant>

#include "base/random.h"
#include "live/exporter.h"
#include "live/method.h"
#include "method/cafe_suggester.h"
#include "method/seat_planner.h"
#include "net/admin_token.h"
#include "net/embedded_pages.h"
#include "net/file_limit.h"
#include "net/options.h"
#include "net/server.h"
#include "net/stop_signals.h"
#include "net/web_root.h"
#include "operate/control_socket.h"
#include "operate/live_desk.h"
#include "operate/run.h"
#include "store/rocks_journal.h"
#include "trace/formats.h"

namespace rebond {
namespace {

constexpr int kFailed = 1;

/// Gives the sockets every format of server/trace: only this file may know both.
class TraceExporter final : public Exporter {
 public:
  Result<Document> write(std::string_view format, const CafeId& cafe, Epoch epoch,
                         const State& state) const override {
    Result<trace::File> file = trace::write_trace(format, {cafe, epoch}, state);
    if (!file) return file.error();
    return Document{std::move(file->content_type), std::move(file->extension),
                    std::move(file->bytes)};
  }

  std::vector<std::string> formats() const override { return trace::format_names(); }
};

/// Gives a café the ideas that server/method finds to converge.
class ConvergenceSuggester final : public Suggester {
 public:
  FoundSuggestions suggest(const IdeasToCompare& ideas) override {
    return suggester_.suggest(ideas);
  }

 private:
  CafeSuggester suggester_;
};

/// Gives the cafés the algorithms of server/method: only this file may know both.
class CafeMethod final : public Method {
 public:
  PlannedSeats plan_seats(const SeatProblem& problem) const override {
    return rebond::plan_seats(problem);
  }

  std::unique_ptr<Suggester> suggester() const override {
    return std::make_unique<ConvergenceSuggester>();
  }
};

/// Stdout is for the line that scripts wait for.
void start_logging(const std::string& level) {
  // Protobuf writes a line for each string that is not UTF-8: a client could fill the log.
  google::protobuf::SetLogHandler(nullptr);
  spdlog::set_default_logger(spdlog::stderr_logger_mt("rebond"));
  spdlog::set_level(spdlog::level::from_str(level));
  spdlog::set_pattern("%Y-%m-%d %H:%M:%S.%e %l: %v");
}

std::unique_ptr<const Assets> assets_of(const Options& options) {
  if (options.web_root) return std::make_unique<WebRoot>(*options.web_root);
  return std::make_unique<EmbeddedAssets>();
}

/// How the server is, for status.
operate::RunningServer running_server(const Server& server, const Options& options) {
  operate::RunningServer running;
  running.url = server.url();
  running.read_only = server.read_only();
  running.min_free_bytes = options.min_free_bytes;
  return running;
}

Result<void> serve(const Options& options) {
  boost::asio::io_context io(1);
  const auto post = [&io](std::function<void()> call) { boost::asio::post(io, std::move(call)); };
  const Result<std::unique_ptr<RocksJournal>> journal = RocksJournal::open(options.data, post);
  if (!journal) return journal.error();
  SystemRandom random;
  Result<std::string> admin_token = admin_token_of(options.admin_token_file, random);
  if (!admin_token) return admin_token.error();

  ServerSettings settings;
  settings.listen = options.listen;
  settings.limits = options.limits;
  settings.admin_token = *std::move(admin_token);
  settings.assets = assets_of(options);
  settings.min_free_bytes = options.min_free_bytes;
  settings.tls = options.tls;
  settings.free_space = free_space_of(options.data);
  const TraceExporter exporter;
  const CafeMethod method;
  settings.method = &method;
  Server server(io, **journal, exporter, std::move(settings));
  if (Result<void> started = server.start(); !started) return started;

  operate::LiveDesk desk({io, **journal, server.rooms(), options.data,
                          [&] { return running_server(server, options); }});
  operate::ControlSocket control(io, desk);
  if (Result<void> opened = control.open(options.data); !opened) return opened;

  const StopSignals signals(io, [&server] { server.stop(); });
  std::fputs(server.how_to_trust().c_str(), stderr);
  std::printf("listening on %s\n", server.url().c_str());
  std::fflush(stdout);
  return server.run();
}

}  // namespace
}  // namespace rebond

int main(int argc, char** argv) {
  if (rebond::operate::is_command(argc, argv)) {
    std::signal(SIGPIPE, SIG_IGN);
    return rebond::operate::run(argc, argv);
  }
  const auto parsed = rebond::parse_options(argc, argv);
  if (const auto* no_start = std::get_if<rebond::NoStart>(&parsed)) {
    std::fputs(no_start->out.c_str(), stdout);
    std::fputs(no_start->err.c_str(), stderr);
    return no_start->exit_code;
  }
  // Who started the server may have stopped listening to it.
  std::signal(SIGPIPE, SIG_IGN);
  const auto& options = std::get<rebond::Options>(parsed);
  rebond::start_logging(options.log_level);
  rebond::raise_file_limit();
  if (const auto served = rebond::serve(options); !served) {
    std::fprintf(stderr, "rebond-server: %s\n", rebond::describe(served.error()).c_str());
    return rebond::kFailed;
  }
  return 0;
}
