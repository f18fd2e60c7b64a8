// The state of a café as one canonical JSON document.
#include "clients/cli/state_json.h"

#include "base/bytes.h"
#include "base/iso_time.h"
#include "clients/cli/message_json.h"

namespace rebond::cli {
namespace {

using Json = nlohmann::json;

/// Where the records of a kind stand: "cards" for cards. The café is one record, "cafe".
std::string key_of(v1::RecordKind kind) {
  return kind == v1::RECORD_KIND_SYNTHESIS ? "syntheses" : word_of(kind) + "s";
}

bool has_words(v1::RecordKind kind) {
  return kind == v1::RECORD_KIND_CARD || kind == v1::RECORD_KIND_SYNTHESIS_LINE ||
         kind == v1::RECORD_KIND_EXPERT_ANSWER;
}

/// What people read, and the pieces that it is made of, with their authors.
void add_text(const State& state, Id id, Json& record) {
  record["text"] = state.text(id).visible();
  const v1::Text message = state.text(id).to_message(id);
  record["pieces"] = message_json(message)["pieces"];
}

Json one_record(const State& state, const RecordKey& key, const StoredRecord& record) {
  Json json = record.message ? message_json(*record.message) : record_json(key.kind, *record.bytes);
  json["id"] = std::to_string(key.id);
  if (has_words(key.kind)) add_text(state, key.id, json);
  return json;
}

}  // namespace

std::string state_json(const State& state, Epoch epoch) {
  Json json;
  json["seq"] = state.seq();
  json["at"] = iso_time(state.at_ms());
  json["epoch"] = std::to_string(epoch);
  json["digest"] = state.digest().hex();
  for (int kind = v1::RECORD_KIND_CAFE + 1; kind <= v1::RecordKind_MAX; ++kind) {
    json[key_of(static_cast<v1::RecordKind>(kind))] = Json::array();
  }
  json["cafe"] = nullptr;
  json["others"] = Json::array();
  for (const auto& [key, record] : state.records().all()) {
    Json one = one_record(state, key, record);
    if (key.kind == v1::RECORD_KIND_CAFE) {
      json["cafe"] = std::move(one);
    } else if (record.message) {
      json[key_of(key.kind)].push_back(std::move(one));
    } else {
      one["kind"] = static_cast<int>(key.kind);
      json["others"].push_back(std::move(one));
    }
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace rebond::cli
