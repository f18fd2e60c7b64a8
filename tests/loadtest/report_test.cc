// Tests of a run's result.
#include "loadtest/report.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace rebond::loadtest {
namespace {

using ::testing::HasSubstr;

Report hall_report() {
  Report report;
  report.scenario = "hall";
  report.about = "1 reader";
  report.clients = 2;
  report.seconds = 2;
  report.expected = 2;
  report.tally.sent = 1;
  report.tally.acknowledged = 1;
  report.tally.received = 2;
  report.tally.to_reader.add(1'000);
  report.tally.to_reader.add(3'000);
  report.server_cpu_seconds = 0.5;
  report.server_bytes_before = 1'000;
  report.server_bytes_after = 5'000;
  return report;
}

TEST(Report, IsWellWhenEverythingArrived) {
  EXPECT_TRUE(hall_report().all_well());
}

TEST(Report, IsNotWellWhenADeliveryIsMissing) {
  Report report = hall_report();
  report.tally.received = 1;

  EXPECT_FALSE(report.all_well());
}

TEST(Report, IsNotWellWhenAClientWasSentAway) {
  Report report = hall_report();
  report.tally.trouble = "sent away";

  EXPECT_FALSE(report.all_well());
  EXPECT_THAT(as_text(report), HasSubstr("sent away"));
}

TEST(Report, ReckonsPerDeliveryAndPerClient) {
  const auto json = nlohmann::json::parse(as_json(hall_report()));

  EXPECT_EQ(json["server_cpu_seconds_per_million_deliveries"], 250'000);
  EXPECT_EQ(json["server_memory_bytes_per_client"], 2'000);
  EXPECT_EQ(json["latency_to_readers_ms"]["max"], 3);
}

TEST(Report, SaysWhatWasScaledDown) {
  Report report = hall_report();
  report.notes = {"scaled down"};

  EXPECT_THAT(as_text(report), HasSubstr("scaled down"));
}

TEST(Tally, CountsFromTheMomentAtWhichACommandWasDue) {
  Tally tally;
  tally.expect(7, 1, SteadyClock::now() - std::chrono::seconds(2));

  EXPECT_GE(tally.since_due(7, 1).value_or(0), 2'000'000U);
  EXPECT_EQ(tally.since_due(8, 1), std::nullopt);
}

}  // namespace
}  // namespace rebond::loadtest
