// The trace as JSON: for archives and for programs.
#include "trace/json_writer.h"

#include <nlohmann/json.hpp>

#include "base/iso_time.h"
#include "trace/language.h"
#include "trace/phrases.h"

namespace rebond::trace {
namespace {

// Keeps the fields in the order in which they are written here.
using Json = nlohmann::ordered_json;

// Rises when a reader of the older document would misunderstand the newer one.
constexpr int kVersion = 1;

Json id_json(Id id) {
  return std::to_string(id);
}

Json id_or_null(Id id) {
  return id == 0 ? Json(nullptr) : id_json(id);
}

Json time_or_null(double ms) {
  return ms <= 0 ? Json(nullptr) : Json(iso_time(ms));
}

Json list_of(const std::vector<Id>& ids) {
  Json list = Json::array();
  for (const Id id : ids) list.push_back(id_json(id));
  return list;
}

Json cafe_json(const Document& document) {
  return {{"id", document.source.cafe},
          {"theme", document.theme},
          {"objective", document.objective},
          {"organisation", document.organisation},
          {"language", document.language}};
}

Json round_json(const Round& round) {
  return {{"id", id_json(round.id)},
          {"number", round.number},
          {"question", round.question},
          {"started_at", time_or_null(round.started_at_ms)},
          {"ended_at", time_or_null(round.ended_at_ms)}};
}

Json table_json(const Table& table) {
  return {{"id", id_json(table.id)},
          {"plan_ref", table.plan_ref},
          {"number", table.number},
          {"name", table.name},
          {"remote", table.remote}};
}

Json idea_json(const Idea& idea) {
  return {{"id", id_json(idea.id)},
          {"plan_ref", idea.plan_ref},
          {"table", id_json(idea.table)},
          {"round", id_or_null(idea.round)},
          {"text", idea.text},
          {"marks",
           {{"unconventional", idea.unconventional},
            {"question", idea.question},
            {"unanimous", idea.unanimous}}},
          {"tags", idea.tags},
          {"late", idea.late},
          {"group", id_or_null(idea.group)},
          {"created_at", time_or_null(idea.created_at_ms)}};
}

Json link_json(const Proposition& proposition, Language language) {
  const bool own_words = !proposition.phrase.empty();
  return {{"id", id_json(proposition.id)},
          {"from", id_json(proposition.from)},
          {"to", id_json(proposition.to)},
          {"kind", kind_name(proposition.kind)},
          {"phrase", proposition.phrase},
          {"reads",
           own_words ? proposition.phrase : std::string(phrase_of(proposition.kind, language))},
          {"created_at", time_or_null(proposition.created_at_ms)}};
}

Json group_json(const Group& group) {
  return {{"id", id_json(group.id)},
          {"name", group.name},
          {"ideas", list_of(group.ideas)},
          {"tables", group.tables},
          {"created_at", time_or_null(group.created_at_ms)}};
}

/// [write(thing) for thing in things]
template <typename Things, typename Write>
Json each(const Things& things, Write&& write) {
  Json list = Json::array();
  for (const auto& thing : things) list.push_back(write(thing));
  return list;
}

/// The ideas at the tables, in the order of the document.
Json told_ideas(const Document& document) {
  Json list = Json::array();
  for (const Table& table : document.tables) {
    for (const Conversation& conversation : table.conversations) {
      for (const Id id : conversation.ideas) list.push_back(idea_json(document.idea(id)));
    }
  }
  return list;
}

}  // namespace

std::string write_json(const Document& document) {
  const auto link = [language = language_of(document.language)](const Proposition& proposition) {
    return link_json(proposition, language);
  };
  const auto idea = [&document](Id id) { return idea_json(document.idea(id)); };
  const Withdrawn& withdrawn = document.withdrawn;
  const Json json = {
      {"version", kVersion},
      {"cafe", cafe_json(document)},
      {"epoch", std::to_string(document.source.epoch)},
      {"seq", document.seq},
      {"at", iso_time(document.at_ms)},
      {"digest", document.digest},
      {"rounds", each(document.rounds, round_json)},
      {"tables", each(document.tables, table_json)},
      {"ideas", told_ideas(document)},
      {"links", each(document.propositions, link)},
      {"groups", each(document.groups, group_json)},
      {"ungrouped", list_of(document.ungrouped)},
      {"withdrawn",
       {{"ideas", each(withdrawn.ideas, idea)},
        {"links", each(withdrawn.propositions, link)},
        {"groups", each(withdrawn.groups, group_json)}}},
      {"hidden", {{"ideas", document.hidden.ideas}, {"links", document.hidden.propositions}}},
  };
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rebond::trace
