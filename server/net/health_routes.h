// GET /healthz and GET /metrics: for who watches over the server.
#pragma once

#include "net/route_table.h"

namespace rebond {

/// "ok", or 503 "read-only" while the disk is nearly full.
void serve_health(Site& site, const HttpRequest& request, const PathParts& parts, Respond respond);

/// On loopback only (HT7).
void serve_metrics(Site& site, const HttpRequest& request, const PathParts& parts, Respond respond);

}  // namespace rebond
