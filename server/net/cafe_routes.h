// POST /cafes and POST /join: the ways into a café.
#pragma once

#include "net/route_table.h"

namespace rebond {

/// Whether the request may bring a café onto this server (HT1).
bool may_found(const Site& site, const HttpRequest& request);

/// What is answered while the disk is nearly full.
HttpResponse read_only_response();

/// POST /cafes: founds a café from a plan (HT1, HT3).
void found_cafe(Site& site, const HttpRequest& request, const PathParts& parts, Respond respond);

/// POST /join: a participant's link for a short code (HT8).
void join_by_code(Site& site, const HttpRequest& request, const PathParts& parts, Respond respond);

}  // namespace rebond
