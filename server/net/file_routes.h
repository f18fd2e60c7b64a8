// A whole café as one file, to move it to another laptop.
#pragma once

#include "net/route_table.h"

namespace rebond {

/// GET /cafes/{id}/file: the café as a file, for its facilitator (OP7).
void save_cafe(Site& site, const HttpRequest& request, const PathParts& parts, Respond respond);

/// POST /cafes/file: takes such a file in, with the rights of POST /cafes (OP8).
void load_cafe(Site& site, const HttpRequest& request, const PathParts& parts, Respond respond);

}  // namespace rebond
