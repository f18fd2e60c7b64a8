// How good suggestions are, measured against pairs that a reader marked by hand.
#include "tests/method/quality.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace rebond::testing {
namespace {

using Json = nlohmann::json;

Json read_json(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file.is_open()) << path;
  return Json::parse(file);
}

void mark(MarkedCafe& cafe, const std::string& a, const std::string& b, std::string level) {
  cafe.marked[std::minmax(cafe.id_of(a), cafe.id_of(b))] = std::move(level);
}

MarkedCafe read_ideas(const Json& plan, std::string name) {
  MarkedCafe cafe;
  cafe.name = std::move(name);
  cafe.language =
      plan.value("language", plan.value("source", Json::object()).value("language", "fr"));
  Id table = 0;
  for (const Json& one : plan["tables"]) {
    ++table;
    for (const Json& idea : one["ideas"]) {
      cafe.ids.push_back(idea["id"]);
      cafe.ideas.push_back({cafe.ids.size(), table, idea["text"], false});
    }
  }
  return cafe;
}

}  // namespace

Id MarkedCafe::id_of(const std::string& plan_id) const {
  const auto found = std::find(ids.begin(), ids.end(), plan_id);
  EXPECT_NE(found, ids.end()) << plan_id;
  return static_cast<Id>(found - ids.begin()) + 1;
}

MarkedCafe read_marked_cafe(const std::string& path) {
  const Json plan = read_json(path);
  MarkedCafe cafe = read_ideas(plan, path.substr(path.rfind('/') + 1));
  for (const Json& pair : plan["pairs"]) mark(cafe, pair[0], pair[1], pair[2]);
  return cafe;
}

MarkedCafe real_cafe() {
  MarkedCafe cafe = read_ideas(read_json("../../demo/cafe-energie.json"), "cafe-energie.json");
  const Json marked = read_json("../../demo/cafe-energie.pairs.json");
  for (const Json& pair : marked["pairs"]) mark(cafe, pair["a"], pair["b"], pair["level"]);
  return cafe;
}

Quality quality_of(const MarkedCafe& cafe, const std::vector<PairSuggestion>& suggestions) {
  Quality quality;
  double hits = 0;
  double sum = 0;
  double place = 0;
  for (const PairSuggestion& suggestion : suggestions) {
    ++place;
    const auto found = cafe.marked.find({suggestion.a, suggestion.b});
    if (found == cafe.marked.end()) continue;
    ++hits;
    sum += hits / place;
    if (place > 10) continue;
    quality.precision_of_10 += 0.1;
    if (found->second == "strong") ++quality.strong_in_10;
  }
  const auto marked = static_cast<double>(cafe.marked.size());
  quality.precision = place > 0 ? hits / place : 0;
  quality.recall = hits / marked;
  quality.average_precision = sum / marked;
  return quality;
}

std::vector<PairSuggestion> suggestions_for(const MarkedCafe& cafe, bool with_themes) {
  Convergence convergence(cafe.language,
                          with_themes ? ThemeList::built_in(cafe.language) : ThemeList());
  convergence.load(cafe.ideas);
  return convergence.pairs();
}

void print(const MarkedCafe& cafe, const char* how, const Quality& quality) {
  std::printf("%-22s %-14s precision %.2f  recall %.2f  AP %.2f  P@10 %.1f  strong in 10: %zu\n",
              cafe.name.c_str(), how, quality.precision, quality.recall, quality.average_precision,
              quality.precision_of_10, quality.strong_in_10);
}

}  // namespace rebond::testing
