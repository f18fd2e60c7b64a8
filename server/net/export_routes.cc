// GET /cafes/{id}/export/{format}: the written trace.
#include "net/export_routes.h"

#include <memory>
#include <optional>

#include "base/bytes.h"
#include "net/opened_room.h"
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
  auto opened = open_room(site, request, parts[0]);
  if (auto* refusal = std::get_if<HttpResponse>(&opened)) {
    respond(std::move(*refusal));
    return;
  }
  auto& [room, access] = std::get<OpenedRoom>(opened);
  if (parts[1] == "person") return export_person(site, request, room, access, std::move(respond));
  auto job = std::make_shared<Job>();
  job->format = parts[1];
  job->cafe = room.id();
  job->epoch = room.epoch();
  room.share_state([&site, job, respond](std::shared_ptr<const State> state) {
    job->state = std::move(state);
    write_aside(site, job, respond);
  });
}

}  // namespace rebond
