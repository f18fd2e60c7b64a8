// `rebond-convergence-bench`: what a new idea, a refresh and the suggestions cost in a large café.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

#include "tests/method/random_ideas.h"

namespace rebond::testing {
namespace {

constexpr std::size_t kTables = 60;
constexpr int kNewIdeas = 200;

double milliseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
  return spent.count();
}

void measure(std::size_t count) {
  SeededRandom random(1);
  RandomIdeas words(random);
  Convergence convergence("fr");
  auto ideas = words.ideas(count, kTables);
  const double load = milliseconds([&] { convergence.load(std::move(ideas)); });
  std::vector<double> adds;
  std::vector<double> asks;
  for (int i = 1; i <= kNewIdeas; ++i) {
    const Id id = count + static_cast<Id>(i);
    const std::string text = words.text();
    adds.push_back(milliseconds([&] { convergence.add({id, id % kTables, text, false}); }));
    asks.push_back(milliseconds([&] { static_cast<void>(convergence.pairs_of(id)); }));
  }
  std::sort(adds.begin(), adds.end());
  std::sort(asks.begin(), asks.end());
  std::printf("%5zu ideas: load and refresh %.0f ms\n", count, load);
  std::printf(
      "  a new idea     median %.2f ms, worst %.2f ms; its pairs median %.2f ms, worst %.2f ms\n",
      adds[adds.size() / 2], adds.back(), asks[asks.size() / 2], asks.back());
  std::printf("  all pairs      %.1f ms\n",
              milliseconds([&] { static_cast<void>(convergence.pairs()); }));
  std::printf("  all groups     %.1f ms\n",
              milliseconds([&] { static_cast<void>(convergence.groups()); }));
  std::printf("  a refresh      %.0f ms\n", milliseconds([&] { convergence.refresh(); }));
}

}  // namespace
}  // namespace rebond::testing

int main() {
  for (const std::size_t count : {25U, 200U, 2'000U, 5'000U}) rebond::testing::measure(count);
}
