// The result of a run: a table for people, JSON for scripts.
#include "loadtest/report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace rebond::loadtest {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kShares[] = {0.50, 0.95, 0.99, 0.999};
constexpr double kMebibyte = 1'024.0 * 1'024.0;

double ms(std::uint64_t us) {
  return static_cast<double>(us) / 1'000;
}

std::string latency_line(const char* name, const Histogram& histogram) {
  std::string line = fmt::format("  {:<12}", name);
  for (const double share : kShares) line += fmt::format("{:>10.2f}", ms(histogram.at(share)));
  return line + fmt::format("{:>10.2f}\n", ms(histogram.max()));
}

Json latency_json(const Histogram& histogram) {
  return {{"count", histogram.count()},    {"mean", histogram.mean() / 1'000},
          {"p50", ms(histogram.at(0.50))}, {"p95", ms(histogram.at(0.95))},
          {"p99", ms(histogram.at(0.99))}, {"p999", ms(histogram.at(0.999))},
          {"max", ms(histogram.max())}};
}

/// 0 without deliveries.
double per_million(double cpu_seconds, std::uint64_t deliveries) {
  return deliveries == 0 ? 0 : cpu_seconds * 1e6 / static_cast<double>(deliveries);
}

double bytes_per_client(const Report& report) {
  if (report.clients == 0 || report.server_bytes_after < report.server_bytes_before) return 0;
  return static_cast<double>(report.server_bytes_after - report.server_bytes_before) /
         static_cast<double>(report.clients);
}

}  // namespace

bool Report::all_well() const {
  return tally.trouble.empty() && tally.acknowledged == tally.sent && tally.received == expected;
}

std::string as_text(const Report& report) {
  const Tally& tally = report.tally;
  std::string text = fmt::format("{}: {}\n", report.scenario, report.about);
  if (tally.sent > 0) {
    text += fmt::format("commands      {} sent, {} acknowledged, {} rejected\n", tally.sent,
                        tally.acknowledged, tally.rejected);
    for (const auto& [why, count] : tally.rejections) {
      text += fmt::format("              {} rejected: {}\n", count, why);
    }
    text += fmt::format("deliveries    {} of {}, {:.0f} a second\n", tally.received,
                        report.expected, static_cast<double>(tally.received) / report.seconds);
    text += fmt::format("latency (ms){:>12}{:>10}{:>10}{:>10}{:>10}\n", "p50", "p95", "p99",
                        "p99.9", "max");
    text += latency_line("to readers", tally.to_reader);
    text += latency_line("to writers", tally.to_writer);
  }
  text += fmt::format("processor     load test {:.2f} s of {:.1f} s", report.own_cpu_seconds,
                      report.seconds);
  if (report.server_bytes_after > 0) {
    text += fmt::format(", server {:.2f} s", report.server_cpu_seconds);
    if (tally.received > 0) {
      text += fmt::format(" ({:.1f} s a million deliveries)",
                          per_million(report.server_cpu_seconds, tally.received));
    }
    text += fmt::format("\nmemory        server {:.1f} MiB, {:.1f} kB a connection",
                        static_cast<double>(report.server_bytes_after) / kMebibyte,
                        bytes_per_client(report) / 1'000);
  }
  for (const std::string& note : report.notes) text += "\nnote          " + note;
  if (!tally.trouble.empty()) text += "\ntrouble       " + tally.trouble;
  return text;
}

std::string as_json(const Report& report) {
  const Tally& tally = report.tally;
  const Json json = {
      {"scenario", report.scenario},
      {"clients", report.clients},
      {"seconds", report.seconds},
      {"sent", tally.sent},
      {"acknowledged", tally.acknowledged},
      {"rejected", tally.rejected},
      {"rejections", tally.rejections},
      {"deliveries", tally.received},
      {"deliveries_expected", report.expected},
      {"latency_to_readers_ms", latency_json(tally.to_reader)},
      {"latency_to_writers_ms", latency_json(tally.to_writer)},
      {"own_cpu_seconds", report.own_cpu_seconds},
      {"server_cpu_seconds", report.server_cpu_seconds},
      {"server_cpu_seconds_per_million_deliveries",
       per_million(report.server_cpu_seconds, tally.received)},
      {"server_memory_bytes", report.server_bytes_after},
      {"server_memory_bytes_per_client", bytes_per_client(report)},
      {"notes", report.notes},
      {"trouble", tally.trouble},
  };
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace rebond::loadtest
