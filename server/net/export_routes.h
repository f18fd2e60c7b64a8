// GET /cafes/{id}/export/{format}: the written trace.
#pragma once

#include "net/route_table.h"

namespace rebond {

/// Wants a token of the café (HT5).
void export_cafe(Site& site, const HttpRequest& request, const PathParts& parts, Respond respond);

}  // namespace rebond
