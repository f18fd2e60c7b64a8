// Finds what an argument means in a café: a table by its number, a card, a step.
#include "clients/cli/lookup.h"

#include <charconv>
#include <map>
#include <vector>

namespace rebond::cli {
namespace {

constexpr Id kCafeId = 1;

Error not_found(std::string message) {
  return Error{ErrorKind::kNotFound, "", std::move(message)};
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

/// "Round 2" as a slug: "round-2".
std::string as_slug(const std::string& name) {
  std::string slug;
  for (const char letter : name) {
    if (letter == ' ' || letter == '_') {
      slug += '-';
    } else {
      slug += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
  }
  return slug;
}

}  // namespace

Result<Id> find_table(const State& state, std::uint32_t number) {
  Id found = 0;
  std::map<std::uint32_t, Id> tables;
  state.records().each<v1::Table>([&](Id id, const v1::Table& table) {
    if (table.number() == number) found = id;
    if (!table.withdrawn()) tables.emplace(table.number(), id);
  });
  if (found != 0) return found;
  std::vector<std::string> numbers;
  numbers.reserve(tables.size());
  for (const auto& [known, id] : tables) numbers.push_back(std::to_string(known));
  return not_found("there is no table " + std::to_string(number) + "; the tables are " +
                   joined(numbers));
}

Result<Id> find_card(const State& state, const std::string& name) {
  Id id = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), id);
  const bool is_number = error == std::errc() && end == name.data() + name.size();
  if (is_number && state.find<v1::Card>(id) != nullptr) return id;

  std::vector<std::string> ids;
  state.records().each<v1::Card>([&](Id known, const v1::Card& card) {
    if (card.plan_ref() != name || name.empty()) return;
    ids.push_back(std::to_string(known));
    id = known;
  });
  if (ids.size() == 1) return id;
  if (ids.empty()) {
    return not_found("there is no idea \"" + name +
                     "\"; use an id of rebond state, or the plan's own name such as t2.7");
  }
  return not_found("several ideas are called \"" + name + "\"; use one of the ids " + joined(ids));
}

Result<Id> find_step(const State& state, const std::string& name) {
  const std::string slug = as_slug(name);
  std::map<std::uint32_t, std::string> slugs;
  std::vector<Id> beginning;
  Id exact = 0;
  state.records().each<v1::Step>([&](Id id, const v1::Step& step) {
    slugs.emplace(step.position(), step.slug());
    if (step.slug() == slug) exact = id;
    if (!slug.empty() && step.slug().starts_with(slug)) beginning.push_back(id);
  });
  if (exact != 0) return exact;
  if (beginning.size() == 1) return beginning.front();
  std::vector<std::string> known;
  known.reserve(slugs.size());
  for (const auto& [position, text] : slugs) known.push_back(text);
  return not_found((beginning.empty() ? "there is no step \"" : "several steps begin with \"") +
                   name + "\"; the steps are " + joined(known));
}

Result<Id> find_group(const State& state, const std::string& name) {
  std::vector<std::string> ids;
  Id found = 0;
  bool by_id = false;
  state.records().each<v1::Group>([&](Id id, const v1::Group& group) {
    by_id |= std::to_string(id) == name;
    if (group.withdrawn() || group.name() != name) return;
    ids.push_back(std::to_string(id));
    found = id;
  });
  if (by_id) return static_cast<Id>(std::stoull(name));
  if (ids.size() == 1) return found;
  if (ids.empty()) {
    return not_found("there is no group \"" + name + "\"; use its name or an id of rebond state");
  }
  return not_found("several groups are called \"" + name + "\"; use one of the ids " + joined(ids));
}

Result<v1::RecordRef> find_idea_or_group(const State& state, const std::string& name) {
  v1::RecordRef ref;
  const Result<Id> card = find_card(state, name);
  if (card) {
    ref.set_kind(v1::RECORD_KIND_CARD);
    ref.set_id(*card);
    return ref;
  }
  const Result<Id> group = find_group(state, name);
  if (!group) return card.error();
  ref.set_kind(v1::RECORD_KIND_GROUP);
  ref.set_id(*group);
  return ref;
}

const v1::Round* current_round(const State& state) {
  const v1::Cafe* cafe = state.find<v1::Cafe>(kCafeId);
  const v1::Step* step = cafe == nullptr ? nullptr : state.find<v1::Step>(cafe->step());
  return step == nullptr ? nullptr : state.find<v1::Round>(step->round());
}

}  // namespace rebond::cli
