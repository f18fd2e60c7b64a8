// What a café costs, and what that is for each who takes part.
#include "core/cost_sheet.h"

#include <algorithm>

namespace rebond {
namespace {

std::uint64_t rounded(std::uint64_t dividend, std::uint64_t divisor) {
  return divisor == 0 ? 0 : (dividend + divisor / 2) / divisor;
}

struct Line {
  std::uint32_t position = 0;
  CostShare share;
};

std::vector<CostShare> lines_of(const State& state) {
  std::vector<Line> lines;
  state.records().each<v1::CostLine>([&](Id id, const v1::CostLine& line) {
    if (line.withdrawn()) return;
    lines.push_back({line.position(), {id, line.label(), line.days_hundredths(), line.euros(), 0}});
  });
  std::stable_sort(lines.begin(), lines.end(), [](const Line& left, const Line& right) {
    return left.position < right.position;
  });
  std::vector<CostShare> shares;
  for (Line& line : lines) shares.push_back(std::move(line.share));
  return shares;
}

}  // namespace

CostSheet cost_sheet(const State& state) {
  CostSheet sheet;
  sheet.lines = lines_of(state);
  for (const CostShare& line : sheet.lines) {
    sheet.days_hundredths += line.days_hundredths;
    sheet.euros += line.euros;
  }
  for (CostShare& line : sheet.lines) {
    line.per_mille = static_cast<std::uint32_t>(rounded(line.euros * 1'000ULL, sheet.euros));
  }
  const v1::Cafe* cafe = state.find<v1::Cafe>(1);
  if (cafe != nullptr) {
    sheet.cafes = std::max(cafe->programme_cafes(), 1U);
    sheet.employees = std::uint64_t{cafe->employees_each()} * sheet.cafes;
    sheet.tenants = std::uint64_t{cafe->tenants_each()} * sheet.cafes;
  }
  sheet.programme_days_hundredths = sheet.days_hundredths * sheet.cafes;
  sheet.programme_euros = sheet.euros * sheet.cafes;
  sheet.euros_per_employee = rounded(sheet.programme_euros, sheet.employees);
  sheet.euros_per_tenant = rounded(sheet.programme_euros, sheet.tenants);
  return sheet;
}

}  // namespace rebond
