// An entry of the history as a line for a person, or as JSON for a script.
#include "clients/cli/entry_text.h"

#include "base/iso_time.h"
#include "clients/cli/message_json.h"

namespace rebond::cli {
namespace {

using Json = nlohmann::json;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    switch (letter) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += letter;
    }
  }
  return out;
}

/// The phrase of a link as a reader of English says it.
std::string phrase_of(const v1::Link& link) {
  if (!link.phrase().empty()) return link.phrase();
  std::string phrase = word_of(link.kind());
  for (char& letter : phrase) {
    if (letter == '_') letter = ' ';
  }
  return phrase;
}

std::string name_of_table(const State& names, Id id) {
  const v1::Table* table = names.find<v1::Table>(id);
  return table == nullptr ? std::to_string(id) : table->name();
}

/// An idea, a line or an answer.
std::string describe_words(const v1::Put& put, const v1::Entry& entry, const State& names) {
  std::string known = names.text(put.id()).visible();
  if (!known.empty() && entry.what() != v1::WHAT_CARD_ADDED) return known;
  for (const v1::Change& change : entry.changes()) {
    if (change.text().text() == put.id() && change.text().has_insert()) {
      return change.text().insert().characters();
    }
  }
  return known;
}

std::string describe_cafe(const v1::Cafe& cafe, const v1::Entry& entry, const State& names) {
  const v1::Step* step = names.find<v1::Step>(cafe.step());
  if (entry.what() == v1::WHAT_STEP_CHANGED && step != nullptr) return step->slug();
  return cafe.theme();
}

std::string describe_round(const v1::Round& round) {
  const std::string name = "round-" + std::to_string(round.number());
  return round.question().empty() ? name : name + ": " + round.question();
}

std::string describe_membership(const v1::Put& put, const State& names) {
  v1::Membership membership;
  if (!membership.ParseFromString(put.record())) return {};
  const v1::Group* group = names.find<v1::Group>(membership.group());
  return names.text(put.id()).visible() + " → " + (group == nullptr ? "—" : group->name());
}

template <typename Record>
Record read(const v1::Put& put) {
  Record record;
  // A record that cannot be read is described by what it would be when empty.
  if (!record.ParseFromString(put.record())) record.Clear();
  return record;
}

std::string describe_put(const v1::Put& put, const v1::Entry& entry, const State& names) {
  switch (put.kind()) {
    case v1::RECORD_KIND_CARD:
    case v1::RECORD_KIND_SYNTHESIS_LINE:
    case v1::RECORD_KIND_EXPERT_ANSWER:
      return describe_words(put, entry, names);
    case v1::RECORD_KIND_ACTION:
      return read<v1::Action>(put).what();
    case v1::RECORD_KIND_ANNOUNCEMENT:
      return read<v1::Announcement>(put).text();
    case v1::RECORD_KIND_COST_LINE:
      return read<v1::CostLine>(put).label();
    case v1::RECORD_KIND_TASK:
      return read<v1::Task>(put).what();
    case v1::RECORD_KIND_CAFE:
      return describe_cafe(read<v1::Cafe>(put), entry, names);
    case v1::RECORD_KIND_ROUND:
      return describe_round(read<v1::Round>(put));
    case v1::RECORD_KIND_TABLE:
      return read<v1::Table>(put).name();
    case v1::RECORD_KIND_GROUP:
      return read<v1::Group>(put).name();
    case v1::RECORD_KIND_MEMBERSHIP:
      return describe_membership(put, names);
    case v1::RECORD_KIND_SEAT:
      return name_of_table(names, read<v1::Seat>(put).table());
    case v1::RECORD_KIND_PARTICIPANT:
      return word_of(read<v1::Participant>(put).role());
    case v1::RECORD_KIND_LINK: {
      const auto link = read<v1::Link>(put);
      return names.text(link.from()).visible() + " — " + phrase_of(link) + " — " +
             names.text(link.to()).visible();
    }
    default:
      return {};
  }
}

Json change_json(const v1::Change& change) {
  switch (change.change_case()) {
    case v1::Change::kPut:
      return {{"put",
               {{"kind", word_of(change.put().kind())},
                {"id", std::to_string(change.put().id())},
                {"record", record_json(change.put().kind(), change.put().record())}}}};
    case v1::Change::kRemove:
      return {{"remove", message_json(change.remove())}};
    case v1::Change::kText:
      return {{"text", message_json(change.text())}};
    case v1::Change::CHANGE_NOT_SET:
      break;
  }
  return Json::object();
}

}  // namespace

std::string entry_text(const v1::Entry& entry, const State& names) {
  // The first change that has words says what happened; a device's first command also puts the
  // device's record, which has none.
  for (const v1::Change& change : entry.changes()) {
    if (change.has_put()) {
      std::string text = describe_put(change.put(), entry, names);
      if (!text.empty()) return text;
    }
    if (change.has_text()) {
      std::string text = names.text(change.text().text()).visible();
      if (text.empty()) text = change.text().insert().characters();
      if (!text.empty()) return text;
    }
  }
  return {};
}

std::string entry_line(const v1::Entry& entry, const State& names) {
  return std::to_string(entry.seq()) + "\t" + iso_time(entry.at_ms()) + "\t" +
         word_of(entry.what()) + "\t" + escaped(entry_text(entry, names));
}

std::string entry_json(const v1::Entry& entry) {
  Json json{{"seq", entry.seq()}, {"at", iso_time(entry.at_ms())}, {"kind", word_of(entry.what())}};
  json["changes"] = Json::array();
  for (const v1::Change& change : entry.changes()) json["changes"].push_back(change_json(change));
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace rebond::cli
