// People who ask for anything at all: sensible things, late things, nonsense.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/random.h"
#include "tests/core/cafe_builder.h"

namespace rebond::test {

/// Gives random commands of a café's people. Ids are mostly of things that are there.
class RandomPeople {
 public:
  RandomPeople(CafeBuilder& cafe, Random& random) : cafe_(cafe), random_(random) {}

  Person& somebody();
  v1::Command command_of(Person& person);

 private:
  v1::Command about_words(Person& person, std::uint64_t which);
  v1::Command about_ideas(Person& person, std::uint64_t which);
  v1::Command about_the_evening(Person& person, std::uint64_t which);
  v1::Command about_the_script(Person& person, std::uint64_t which);
  v1::Command about_persons(Person& person, std::uint64_t which);
  v1::Command asked_of_the_server(Person& person, std::uint64_t which);
  v1::Command about_syntheses(Person& person, std::uint64_t which);
  v1::Command about_decisions(Person& person, std::uint64_t which);
  v1::Command about_ones_own(Person& person, std::uint64_t which);

  bool chance(std::uint64_t one_in) { return random_.below(one_in) == 0; }
  /// The id of a record of that kind, or one that is nowhere.
  template <typename Message>
  Id any() {
    std::vector<Id> ids;
    cafe_.state.records().each<Message>([&](Id id, const Message&) { ids.push_back(id); });
    if (ids.empty() || chance(12)) return random_.below(5'000);
    // Mostly the first ones, so that they see much.
    return ids[random_.below(chance(3) ? ids.size() : std::min<std::size_t>(ids.size(), 3))];
  }
  /// Mostly an idea that the person may write in.
  Id card_for(const Person& person);
  /// The same, or a line, or an answer.
  Id text_for(const Person& person);
  /// Mostly what can be taken back.
  std::pair<v1::RecordKind, Id> anything();
  Id fresh_id(Person& person);
  std::string words();
  v1::TextEdit edit_of(Person& person, Id text);
  v1::Range range_of(const Text& text);
  v1::Position position_in(const Text& text);

  CafeBuilder& cafe_;
  Random& random_;
};

}  // namespace rebond::test
