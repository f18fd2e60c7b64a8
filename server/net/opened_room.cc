// The café that a path names, as the token of a request opens it.
#include "net/opened_room.h"

#include "base/bytes.h"
#include "net/site.h"

namespace rebond {

std::variant<OpenedRoom, HttpResponse> open_room(Site& site, const HttpRequest& request,
                                                 std::string_view cafe) {
  const auto token = bearer_token(request.headers);
  if (!token) {
    return error_response(401, "send the token of a link as Authorization: Bearer",
                          "Authorization");
  }
  Room* room = site.rooms.find(cafe);
  if (room == nullptr) {
    return error_response(404, "there is no such café; compare the address with the link");
  }
  const Result<Access> access = room->access(from_hex(*token));
  if (!access) {
    return error_response(401, "this token opens nothing; ask for a new link", "Authorization");
  }
  return OpenedRoom{*room, *access};
}

}  // namespace rebond
