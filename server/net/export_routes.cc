// GET /cafes/{id}/export/{format}: the written trace.
#include "net/export_routes.h"

#include <memory>
#include <optional>

#include "base/bytes.h"
#include "net/person_export.h"
#include "net/site.h"

namespace rebond {
namespace {

/// One export on its way from the café to the client.
struct Job {
  std::string format;
  CafeId cafe;
  Epoch epoch = 0;
  std::shared_ptr<const State> state;
  std::optional<Result<Document>> document;
};

HttpResponse to_response(const Job& job) {
  const Result<Document>& document = *job.document;
  if (!document) return error_response(document.error());

  HttpResponse response;
  response.headers.add("Content-Type", document->content_type);
  response.headers.add("Content-Disposition", "attachment; filename=\"cafe-" + job.cafe + "." +
                                                  document->extension + "\"");
  response.headers.add("Cache-Control", "no-store");
  const SharedBytes bytes = share(document->bytes);
  response.body = ByteRange{bytes, *bytes};
  return response;
}

void write_aside(Site& site, const std::shared_ptr<Job>& job, const Respond& respond) {
  const Exporter& exporter = site.exporter;
  site.run_aside(
      [job, &exporter] {
        job->document = exporter.write(job->format, job->cafe, job->epoch, *job->state);
      },
      [job, respond] { respond(to_response(*job)); });
}

}  // namespace

void export_cafe(Site& site, const HttpRequest& request, const PathParts& parts, Respond respond) {
  const auto token = bearer_token(request.headers);
  if (!token) {
    respond(
        error_response(401, "send the token of a link as Authorization: Bearer", "Authorization"));
    return;
  }
  Room* room = site.rooms.find(parts[0]);
  if (room == nullptr) {
    respond(error_response(404, "there is no such café; compare the address with the link"));
    return;
  }
  const Result<Access> access = room->access(from_hex(*token));
  if (!access) {
    respond(error_response(401, "this token opens nothing; ask for a new link", "Authorization"));
    return;
  }
  if (parts[1] == "person") return export_person(site, request, *room, *access, std::move(respond));
  auto job = std::make_shared<Job>();
  job->format = parts[1];
  job->cafe = room->id();
  job->epoch = room->epoch();
  room->share_state([&site, job, respond](std::shared_ptr<const State> state) {
    job->state = std::move(state);
    write_aside(site, job, respond);
  });
}

}  // namespace rebond
