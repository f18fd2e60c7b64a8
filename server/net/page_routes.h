// GET of the pages: rule HT6.
#pragma once

#include "net/route_table.h"

namespace rebond {

/// "/" and "/join": where a participant begins who has no link.
void serve_entrance(Site& site, const HttpRequest& request, const PathParts& parts,
                    Respond respond);

/// "/cafes/{id}/{role}": the page of a role. The token is in the fragment and never comes here.
void serve_role_page(Site& site, const HttpRequest& request, const PathParts& parts,
                     Respond respond);

/// Any other file of the pages, such as "/assets/screen-D3b0a1.js".
void serve_file(Site& site, const HttpRequest& request, const PathParts& parts, Respond respond);

}  // namespace rebond
