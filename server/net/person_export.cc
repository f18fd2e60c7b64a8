// GET /cafes/{id}/export/person?participant=N: what a café keeps about one person (rule ER8).
#include "net/person_export.h"

#include <charconv>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "core/person_data.h"
#include "live/whole_cafe.h"

namespace rebond {
namespace {

constexpr std::string_view kParameter = "participant=";

/// 0: none was named; none: what was named is no number.
std::optional<Id> participant_of(std::string_view target) {
  const std::size_t query = target.find('?');
  if (query == std::string_view::npos) return 0;
  std::string_view rest = target.substr(query + 1);
  if (!rest.starts_with(kParameter)) return std::nullopt;
  rest.remove_prefix(kParameter.size());
  Id participant = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), participant);
  if (error != std::errc() || end != rest.data() + rest.size()) return std::nullopt;
  return participant;
}

/// One person's data on its way to the client.
struct Telling {
  Site& site;
  Subject subject;
  WholeCafeReader reader;
  Respond respond;
  std::optional<Result<std::string>> document;
};

void answer(const Telling& telling, const CafeId& cafe) {
  if (!*telling.document) {
    telling.respond(error_response(telling.document->error()));
    return;
  }
  HttpResponse response = json_response(200, **telling.document);
  response.headers.add("Content-Disposition",
                       "attachment; filename=\"cafe-" + cafe + "-person.json\"");
  response.headers.add("Cache-Control", "no-store");
  telling.respond(std::move(response));
}

void write_aside(const std::shared_ptr<Telling>& telling) {
  WholeCafe whole = telling->reader.take();
  const auto history = std::make_shared<const History>(
      History{std::move(whole.header), std::move(whole.entries), std::move(whole.private_records)});
  telling->site.run_aside(
      [telling, history] { telling->document = person_data(*history, telling->subject); },
      [telling, history] { answer(*telling, history->header.id()); });
}

/// Reads a stretch, lets the others have the thread, and goes on.
void read_on(const std::shared_ptr<Telling>& telling) {
  const Result<bool> whole = telling->reader.read_on();
  if (!whole) {
    telling->respond(error_response(whole.error()));
  } else if (*whole) {
    write_aside(telling);
  } else {
    telling->site.run_aside([] {}, [telling] { read_on(telling); });
  }
}

}  // namespace

void export_person(Site& site, const HttpRequest& request, const Room& room, const Access& access,
                   Respond respond) {
  const std::optional<Id> named = participant_of(request.target);
  const Id participant = named.value_or(0) == 0 ? access.participant : *named;
  if (!named || participant == 0) {
    respond(error_response(400, "name the person: ?participant=NUMBER", "participant"));
    return;
  }
  if (access.role != v1::ROLE_FACILITATOR && participant != access.participant) {
    respond(error_response(403, "only the facilitator reads what is kept about others",
                           "Authorization"));
    return;
  }
  read_on(std::make_shared<Telling>(
      Telling{site, Subject{participant, 0},
              WholeCafeReader(site.rooms.journal(), room.id(), room.epoch(), room.stats().head,
                              site.limits.cafe_file_bytes),
              std::move(respond), std::nullopt}));
}

}  // namespace rebond
