// A plan's score as people read it.
#include "method/rotation_words.h"

#include <algorithm>

namespace rebond {
namespace {

/// Chooses by language and by number.
class Words {
 public:
  explicit Words(std::string_view language) : french_(language == "fr") {}

  const char* say(const char* french, const char* english) const {
    return french_ ? french : english;
  }
  /// "1 table", "2 tables".
  std::string count(std::uint32_t n, const std::string& one, const std::string& many) const {
    // In French, none is singular too.
    return std::to_string(n) + " " + (n == 1 || (french_ && n == 0) ? one : many);
  }
  std::string tables(std::uint32_t n) const { return count(n, "table", "tables"); }
  std::string people(std::uint32_t n) const {
    return french_ ? count(n, "personne", "personnes") : count(n, "person", "people");
  }

 private:
  bool french_;
};

std::string encounters(const RotationScore& score, const Words& words) {
  const bool fresh = score.repeats == 0;
  std::string range = std::to_string(score.encounters_min);
  if (score.encounters_min != score.encounters_max) {
    range += words.say(" à ", " to ") + std::to_string(score.encounters_max);
  }
  const bool one = score.encounters_max == 1;
  range += one ? words.say(" rencontre", "") : words.say(" rencontres", "");
  if (fresh) range += one ? words.say(" nouvelle", " new") : words.say(" nouvelles", " new");
  range += one ? words.say("", " encounter") : words.say("", " encounters");
  range += words.say(" chacun", " each");
  if (fresh) return range + words.say(", personne deux fois", ", nobody twice");
  range += words.say(" ; ", "; ") + words.people(score.people_with_repeat);
  range += score.people_with_repeat == 1 ? words.say(" revoit", " meets")
                                         : words.say(" revoient", " meet");
  range += words.say(" quelqu'un", " somebody again");
  return range + words.say(", au plus ", ", at most ") + std::to_string(score.meetings_max) +
         words.say(" fois ensemble", " times together");
}

std::string tables(const RotationScore& score, const Words& words) {
  if (score.revisits == 0) {
    return words.say("personne ne revient à une table", "nobody comes back to a table");
  }
  return words.say("retours à une table déjà visitée : ", "visits to a table seen before: ") +
         std::to_string(score.revisits);
}

}  // namespace

std::vector<std::string> score_in_words(const RotationPlan& plan, std::string_view language) {
  const Words words(language);
  const RotationScore& score = plan.score;
  std::vector<std::string> lines = {encounters(score, words), tables(score, words)};
  if (score.apart_broken > 0) {
    lines.push_back(
        words.say("à séparer, mais ensemble : ", "to be apart, but together: ") +
        words.count(score.apart_broken, words.say("fois", "time"), words.say("fois", "times")));
  }
  if (score.together_broken > 0) {
    lines.push_back(
        words.say("à garder ensemble, mais séparés : ", "to be together, but apart: ") +
        words.count(score.together_broken, words.say("fois", "time"), words.say("fois", "times")));
  }
  if (score.mix_off > 0) {
    lines.push_back(
        words.count(score.mix_off, words.say("place", "seat"), words.say("places", "seats")) +
        words.say(" à côté du mélange idéal", " off the ideal mix"));
  }
  if (score.spread > 1) {
    lines.push_back(words.say("les tables diffèrent de ", "tables differ by ") +
                    words.people(score.spread));
  }
  if (score.people_changed > 0) {
    lines.push_back(words.people(score.people_changed) +
                    (score.people_changed == 1 ? words.say(" change de table", " changes table")
                                               : words.say(" changent de table", " change table")));
  }
  if (plan.optimal) {
    lines.emplace_back(words.say("aucun plan ne fait mieux", "no plan does better"));
  }
  return lines;
}

std::vector<std::string> rule_in_words(const RotationRule& rule, std::string_view language) {
  const Words words(language);
  std::vector<std::string> lines;
  for (std::size_t colour = 0; colour < rule.steps.size(); ++colour) {
    const std::vector<std::uint32_t>& steps = rule.steps[colour];
    if (steps.empty()) continue;
    std::string line =
        words.say("couleur ", "colour ") + std::to_string(colour + 1) + words.say(" : ", ": ");
    const bool steady =
        std::all_of(steps.begin(), steps.end(), [&](auto step) { return step == steps[0]; });
    if (steady) {
      line += words.tables(steps[0]) + words.say(" plus loin à chaque fois", " on, each time");
    } else {
      for (std::size_t i = 0; i < steps.size(); ++i) {
        line += (i == 0 ? "" : words.say(", puis ", ", then ")) + std::to_string(steps[i]);
      }
      line += words.say(" tables plus loin", " tables on");
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace rebond
