// The café that a path names, as the token of a request opens it.
#pragma once

#include <string_view>
#include <variant>

#include "live/room.h"
#include "net/http_message.h"

namespace rebond {

struct Site;

struct OpenedRoom {
  Room& room;
  Access access;
};

/// Or the refusal: 401 without a token or with one that opens nothing, 404 for an unknown café.
std::variant<OpenedRoom, HttpResponse> open_room(Site& site, const HttpRequest& request,
                                                 std::string_view cafe);

}  // namespace rebond
