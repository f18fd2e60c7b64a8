// GET /cafes/{id}/export/person?participant=N: what a café keeps about one person (rule ER8).
#pragma once

#include "live/room.h"
#include "net/http_message.h"
#include "net/site.h"

namespace rebond {

/// Answers with the document, once all of it is read. `access` is what the token opens: the
/// facilitator gets anybody's, a person the own one, which needs no parameter.
void export_person(Site& site, const HttpRequest& request, const Room& room, const Access& access,
                   Respond respond);

}  // namespace rebond
