// What a café keeps about one person, for that person.
#include "core/person_data.h"

#include <nlohmann/json.hpp>

#include "base/iso_time.h"
#include "core/typed_words.h"
#include "rebond/v1/entry.pb.h"

namespace rebond {
namespace {

// Keeps the fields in the order in which they are written here.
using Json = nlohmann::ordered_json;

// Rises when a reader of the older document would misunderstand the newer one.
constexpr int kVersion = 1;

Json id_or_null(Id id) {
  return id == 0 ? Json(nullptr) : Json(std::to_string(id));
}

/// "facilitator", "captain", …
std::string role_name(v1::Role role) {
  std::string name = v1::Role_Name(role).substr(std::string_view("ROLE_").size());
  for (char& letter : name) letter = static_cast<char>(letter | 0x20);
  return name;
}

/// Gathers in the order of the history.
class Gatherer {
 public:
  explicit Gatherer(const Identity& identity) : identity_(identity) {}

  void take(const v1::Entry& entry) {
    const TypedWords::From from = identity_.words_of(entry);
    for (const v1::Change& change : entry.changes()) {
      if (change.has_put()) {
        take_put(entry, change.put(), from);
      } else if (change.has_remove()) {
        typed_.remove(change.remove());
      } else if (change.text().has_insert()) {
        take_insert(change.text().text(), change.text().insert());
      }
    }
  }

  void take(const PrivateWrite& write) {
    if (!write.record) return;
    v1::PersonRecord person;
    v1::SalvageRecord salvage;
    v1::TokenRecord token;
    if (write.kind == v1::PRIVATE_KIND_PERSON && identity_.is(write.id) &&
        person.ParseFromString(*write.record)) {
      name_ = person.name();
      if (person.has_wishes()) wishes_ = wishes(person.wishes());
    } else if (write.kind == v1::PRIVATE_KIND_SALVAGE && identity_.has(device_of(write.id)) &&
               salvage.ParseFromString(*write.record)) {
      salvaged_.push_back({{"about", id_or_null(salvage.about())},
                           {"at", iso_time(salvage.at_ms())},
                           {"words", salvage.text()}});
    } else if (write.kind == v1::PRIVATE_KIND_TOKEN && identity_.tokens.contains(write.id) &&
               token.ParseFromString(*write.record)) {
      links_given_.push_back({{"role", role_name(token.role())}, {"revoked", token.revoked()}});
    } else {
      take_secret(write);
    }
  }

  Json document(const CafeId& cafe, const State& state) const {
    Json devices = Json::array();
    for (const DeviceNumber device : identity_.devices) devices.push_back(device);
    Json document = {{"version", kVersion},
                     {"cafe", cafe},
                     {"participant", id_or_null(identity_.participant)},
                     {"name", name_}};
    if (const auto* person = state.find<v1::Participant>(identity_.participant)) {
      document["role"] = role_name(person->role());
      document["joined_at"] = iso_time(person->joined_at_ms());
    }
    document["access"] = links_given_;
    document["devices"] = std::move(devices);
    document["seats"] = seats(state);
    document["ideas"] = ideas(state);
    document["links"] = links(state);
    document["words"] = words_;
    document["salvaged"] = salvaged_;
    document["wishes"] = wishes_;
    document["drafts"] = drafts_;
    document["support"] = support_;
    document["answers"] = answers_;
    return document;
  }

 private:
  /// What nobody else is told.
  void take_secret(const PrivateWrite& write) {
    v1::DraftRecord draft;
    v1::SupportRecord support;
    v1::AnswersRecord answers;
    if (write.kind == v1::PRIVATE_KIND_DRAFT && draft.ParseFromString(*write.record) &&
        (identity_.is(draft.participant()) || identity_.has(draft.device()))) {
      drafts_.push_back({{"at", iso_time(draft.at_ms())}, {"words", draft.text()}});
    } else if (write.kind == v1::PRIVATE_KIND_SUPPORT && identity_.is(write.id) &&
               support.ParseFromString(*write.record)) {
      for (const v1::SupportRecord::Dots& given : support.given()) {
        support_.push_back({{"idea", std::to_string(given.card())}, {"dots", given.dots()}});
      }
    } else if (write.kind == v1::PRIVATE_KIND_ANSWERS && identity_.answered(write.id) &&
               answers.ParseFromString(*write.record)) {
      for (const std::uint32_t answer : answers.answers()) answers_.push_back(answer);
    }
  }

  static Json wishes(const v1::Wishes& wishes) {
    Json together = Json::array();
    for (const Id other : wishes.together()) together.push_back(std::to_string(other));
    Json apart = Json::array();
    for (const Id other : wishes.apart()) apart.push_back(std::to_string(other));
    return {{"group", wishes.group()},         {"stays", id_or_null(wishes.stays())},
            {"together", std::move(together)}, {"apart", std::move(apart)},
            {"photos", wishes.photos()},       {"quotes", wishes.quotes()}};
  }

  void take_put(const v1::Entry& entry, const v1::Put& put, TypedWords::From from) {
    const RecordKey key{put.kind(), put.id()};
    const TypedWords::Words before = typed_.typed(key);
    for (const auto& word : typed_.put(put, from)) {
      if (before.contains(word)) continue;
      const auto& [field, words] = word;
      const google::protobuf::Message& record = *typed_.records().find(key)->message;
      words_.push_back({{"at", iso_time(entry.at_ms())},
                        {"where", kind_name(put.kind())},
                        {"id", std::to_string(put.id())},
                        {"field", record.GetDescriptor()->FindFieldByNumber(field)->name()},
                        {"words", words}});
    }
  }

  void take_insert(Id text, const v1::Insert& insert) {
    if (!identity_.typed(text, insert)) return;
    v1::RecordKind of = v1::RECORD_KIND_CARD;
    for (const auto kind : {v1::RECORD_KIND_SYNTHESIS_LINE, v1::RECORD_KIND_EXPERT_ANSWER}) {
      if (typed_.records().find(RecordKey{kind, text}) != nullptr) of = kind;
    }
    words_.push_back({{"at", iso_time(insert.at_ms())},
                      {"where", kind_name(of)},
                      {"id", std::to_string(text)},
                      {"field", "text"},
                      {"words", insert.characters()}});
  }

  Json seats(const State& state) const {
    Json list = Json::array();
    state.records().each<v1::Seat>([&](Id, const v1::Seat& seat) {
      if (!identity_.is(seat.participant())) return;
      list.push_back({{"round", id_or_null(seat.round())}, {"table", id_or_null(seat.table())}});
    });
    return list;
  }

  Json ideas(const State& state) const {
    Json list = Json::array();
    state.records().each<v1::Card>([&](Id id, const v1::Card& card) {
      const bool typed = identity_.typed(id, card);
      const bool said = identity_.is(card.voice());
      if (!typed && !said) return;
      Json idea = {{"id", std::to_string(id)},
                   {"table", id_or_null(card.table())},
                   {"round", id_or_null(card.round())},
                   {"at", iso_time(card.created_at_ms())},
                   {"typed", typed},
                   {"said", said},
                   {"anonymous", card.anonymous()},
                   {"withdrawn", card.withdrawn()}};
      // What was said is the person's, whoever typed it.
      if (said) idea["text"] = state.text(id).visible();
      list.push_back(std::move(idea));
    });
    return list;
  }

  Json links(const State& state) const {
    Json list = Json::array();
    state.records().each<v1::Link>([&](Id id, const v1::Link& link) {
      if (!identity_.is(link.author()) && !identity_.has(link.device())) return;
      list.push_back({{"id", std::to_string(id)},
                      {"from", std::to_string(link.from())},
                      {"to", std::to_string(link.to())},
                      {"at", iso_time(link.created_at_ms())},
                      {"withdrawn", link.withdrawn()}});
    });
    return list;
  }

  const Identity& identity_;
  TypedWords typed_;
  std::string name_;
  Json links_given_ = Json::array();
  Json words_ = Json::array();
  Json salvaged_ = Json::array();
  Json wishes_ = nullptr;
  Json drafts_ = Json::array();
  Json support_ = Json::array();
  Json answers_ = Json::array();
};

}  // namespace

Result<std::string> person_data(const History& history, const Subject& subject) {
  const Result<Identity> identity = identify(history, subject);
  if (!identity) return identity.error();
  const Result<State> state = replay(history);
  if (!state) return state.error();
  Gatherer gatherer(*identity);
  for (const PrivateWrite& write : history.private_records) gatherer.take(write);
  for (const SharedBytes& bytes : history.entries) {
    const Result<v1::Entry> entry = read_entry_element(*bytes);
    if (!entry) return entry.error();
    gatherer.take(*entry);
  }
  return gatherer.document(history.header.id(), *state)
             .dump(2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

}  // namespace rebond
