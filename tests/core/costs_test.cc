// The cost sheet (rules CO).
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/cost_sheet.h"
#include "tests/core/commands.h"
#include "tests/core/harvest_commands.h"
#include "tests/core/matchers.h"

namespace rebond::test {
namespace {

constexpr const char* kRealCafe = "../../demo/cafe-energie.json";

struct Costs : ::testing::Test {
  Id added(const std::string& label, std::uint32_t days_hundredths, std::uint32_t euros) {
    const Id id = facilitator.new_id();
    EXPECT_THAT(facilitator.send(cost(id, label, days_hundredths, euros)), Accepted());
    return id;
  }
  void programme(std::uint32_t cafes, std::uint32_t employees, std::uint32_t tenants) {
    v1::Command set = set_cafe("", "", true);
    set.mutable_set_cafe()->set_programme_cafes(cafes);
    set.mutable_set_cafe()->set_employees_each(employees);
    set.mutable_set_cafe()->set_tenants_each(tenants);
    EXPECT_THAT(facilitator.send(set), Accepted());
  }

  CafeBuilder cafe;
  Person& facilitator = cafe.as_facilitator();
};

TEST_F(Costs, CO1LinesAreAddedChangedAndTakenBack) {
  const Id id = added("salle", 50, 100);
  added("café", 0, 20);
  ASSERT_THAT(facilitator.send(set_cost(id, "grande salle", 150, 300)), Accepted());
  EXPECT_EQ(cost_sheet(cafe.state).euros, 320U);
  EXPECT_EQ(cost_sheet(cafe.state).lines[0].label, "grande salle");
  EXPECT_EQ(cost_sheet(cafe.state).days_hundredths, 150U);
  ASSERT_THAT(facilitator.send(withdraw(v1::RECORD_KIND_COST_LINE, id)), Accepted());
  EXPECT_EQ(cost_sheet(cafe.state).euros, 20U);
  EXPECT_THAT(facilitator.send(cost(facilitator.new_id(), "", 0, 1)),
              Rejected(kMalformed, "add_cost.label"));
  EXPECT_THAT(facilitator.send(set_cost(999, "?", 0, 1)), Rejected(kNotFound, "set_cost.cost"));
}

TEST_F(Costs, CO2TheRealCafeCostsWhatWasPublished) {
  std::ifstream file(kRealCafe);
  ASSERT_TRUE(file.is_open());
  const nlohmann::json published = nlohmann::json::parse(file).at("cost");
  for (const auto& phase : published.at("phases")) {
    added(phase.at("label"), static_cast<std::uint32_t>(phase.at("days").get<double>() * 100),
          phase.at("cost"));
  }
  programme(published.at("series").at("cafes"), 8, 35);

  const CostSheet sheet = cost_sheet(cafe.state);
  EXPECT_EQ(sheet.euros, 2'658U);
  EXPECT_EQ(sheet.euros, published.at("cafe").at("cost"));
  EXPECT_EQ(sheet.days_hundredths, 200U);
  EXPECT_EQ(sheet.programme_euros, 23'922U);
  EXPECT_EQ(sheet.programme_euros, published.at("series").at("cost"));
  EXPECT_EQ(sheet.euros_per_employee, 332U);
  EXPECT_EQ(sheet.euros_per_employee, published.at("per_participant").at("employee"));
  EXPECT_EQ(sheet.euros_per_tenant, 76U);
  EXPECT_EQ(sheet.euros_per_tenant, published.at("per_participant").at("tenant"));
  ASSERT_EQ(sheet.lines.size(), 3U);
  EXPECT_EQ(sheet.lines[0].per_mille, 280U);
  EXPECT_EQ(sheet.lines[1].per_mille, 607U);
  EXPECT_EQ(sheet.lines[2].per_mille, 114U);
}

TEST_F(Costs, CO2WhatNobodySaidIsNoDivisor) {
  const CostSheet empty = cost_sheet(cafe.state);
  EXPECT_EQ(empty.euros, 0U);
  EXPECT_EQ(empty.cafes, 1U);
  added("gratuit", 0, 0);
  const CostSheet sheet = cost_sheet(cafe.state);
  EXPECT_EQ(sheet.lines[0].per_mille, 0U);
  EXPECT_EQ(sheet.euros_per_employee, 0U);
  EXPECT_EQ(sheet.euros_per_tenant, 0U);
}

}  // namespace
}  // namespace rebond::test
