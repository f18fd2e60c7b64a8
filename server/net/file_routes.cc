// A whole café as one file, to move it to another laptop.
#include "net/file_routes.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/bytes.h"
#include "live/cafe_file.h"
#include "live/whole_cafe.h"
#include "net/cafe_routes.h"
#include "net/opened_room.h"
#include "net/site.h"

namespace rebond {
namespace {

using Json = nlohmann::ordered_json;

/// One café on its way into a file.
struct Saving {
  Site& site;
  WholeCafeReader reader;
  Respond respond;
  std::optional<Result<std::string>> file;
};

/// One file on its way into the journal.
struct Loading {
  std::string bytes;
  std::optional<Result<WholeCafe>> cafe;
};

void answer_with_file(const Saving& saving, const CafeId& cafe) {
  if (!*saving.file) {
    saving.respond(error_response(saving.file->error()));
    return;
  }
  HttpResponse response;
  response.headers.add("Content-Type", "application/octet-stream");
  response.headers.add("Content-Disposition", "attachment; filename=\"cafe-" + cafe + ".rebond\"");
  response.headers.add("Cache-Control", "no-store");
  const SharedBytes bytes = share(**saving.file);
  response.body = ByteRange{bytes, *bytes};
  saving.respond(std::move(response));
}

void write_aside(const std::shared_ptr<Saving>& saving) {
  auto whole = std::make_shared<const WholeCafe>(saving->reader.take());
  saving->site.run_aside([saving, whole] { saving->file = write_cafe_file(*whole); },
                         [saving, whole] { answer_with_file(*saving, whole->header.id()); });
}

/// Reads a stretch, lets the others have the thread, and goes on.
void read_on(const std::shared_ptr<Saving>& saving) {
  const Result<bool> whole = saving->reader.read_on();
  if (!whole) {
    saving->respond(error_response(whole.error()));
  } else if (*whole) {
    write_aside(saving);
  } else {
    saving->site.run_aside([] {}, [saving] { read_on(saving); });
  }
}

Json to_json(const v1::CafeHeader& header, Seq seq) {
  // 64-bit values are decimal strings: not every reader of JSON keeps all their digits.
  return {{"cafe", header.id()}, {"epoch", std::to_string(header.epoch())}, {"seq", seq}};
}

void adopt(Site& site, WholeCafe cafe, const Respond& respond) {
  const Seq seq = cafe.snapshot_seq;
  site.rooms.adopt(std::move(cafe), [respond, seq](const Result<v1::CafeHeader>& header) {
    if (header) {
      respond(json_response(201, to_json(*header, seq).dump()));
    } else if (header.error().kind == ErrorKind::kBusy) {
      respond(error_response(409, header.error().message, header.error().field));
    } else {
      respond(error_response(header.error()));
    }
  });
}

}  // namespace

void save_cafe(Site& site, const HttpRequest& request, const PathParts& parts, Respond respond) {
  auto opened = open_room(site, request, parts[0]);
  if (auto* refusal = std::get_if<HttpResponse>(&opened)) {
    respond(std::move(*refusal));
    return;
  }
  const auto& [room, access] = std::get<OpenedRoom>(opened);
  if (access.role != v1::ROLE_FACILITATOR) {
    respond(error_response(403, "only a facilitator's link saves the whole café", "Authorization"));
    return;
  }
  read_on(std::make_shared<Saving>(
      Saving{site,
             WholeCafeReader(site.rooms.journal(), room.id(), room.epoch(), room.stats().head,
                             site.limits.cafe_file_bytes),
             std::move(respond), std::nullopt}));
}

void load_cafe(Site& site, const HttpRequest& request, const PathParts& /*parts*/,
               Respond respond) {
  if (!may_found(site, request)) {
    respond(error_response(401, "send the admin token of the server as Authorization: Bearer",
                           "Authorization"));
    return;
  }
  if (site.read_only) {
    respond(read_only_response());
    return;
  }
  auto loading = std::make_shared<Loading>();
  loading->bytes = request.body;
  site.run_aside([loading] { loading->cafe = read_cafe_file(loading->bytes); },
                 [&site, loading, respond = std::move(respond)] {
                   if (const Result<WholeCafe>& cafe = *loading->cafe; !cafe) {
                     // Whatever is wrong with the file, the sender has to send another one.
                     respond(error_response(400, cafe.error().message, cafe.error().field));
                     return;
                   }
                   adopt(site, **std::move(loading->cafe), respond);
                 });
}

}  // namespace rebond
