// GET /healthz and GET /metrics: for who watches over the server.
#include "net/health_routes.h"

#include "base/bytes.h"
#include "net/metrics.h"
#include "net/site.h"

namespace rebond {

void serve_health(Site& site, const HttpRequest& /*request*/, const PathParts& /*parts*/,
                  Respond respond) {
  respond(site.read_only ? text_response(503, "read-only\n") : text_response(200, "ok\n"));
}

void serve_metrics(Site& site, const HttpRequest& request, const PathParts& /*parts*/,
                   Respond respond) {
  if (!request.remote_is_loopback) {
    respond(error_response(403, "metrics are told on the server's own machine only"));
    return;
  }
  HttpResponse response;
  response.headers.add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
  response.headers.add("Cache-Control", "no-store");
  const SharedBytes text = share(metrics_text(measure(site)));
  response.body = ByteRange{text, *text};
  respond(std::move(response));
}

}  // namespace rebond
