// How a file of the pages is sent: rule HT6.
#pragma once

#include "net/assets.h"
#include "net/http_message.h"

namespace rebond {

/// Compressed when the client takes it, 304 when the client has it.
HttpResponse asset_response(const HttpRequest& request, const Asset& asset);

}  // namespace rebond
