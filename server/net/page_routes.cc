// GET of the pages: rule HT6.
#include "net/page_routes.h"

#include "net/asset_response.h"
#include "net/site.h"

namespace rebond {
namespace {

struct RolePage {
  std::string_view role;
  std::string_view page;
};

constexpr std::string_view kEntrance = "index.html";

constexpr RolePage kPages[] = {
    {"facilitator", "facilitator.html"},
    {"screen", "screen.html"},
    {"captain", "captain.html"},
    {"participant", "participant.html"},
    {"remote", "participant.html"},
    {"expert", "participant.html"},
    {"print", "print.html"},
};

void serve(const Site& site, const HttpRequest& request, std::string_view path,
           const Respond& respond) {
  if (const auto asset = site.assets.find(path)) {
    respond(asset_response(request, *asset));
    return;
  }
  const std::string why = site.assets.why_empty();
  respond(why.empty() ? error_response(404, "there is no such page; compare the address")
                      : text_response(404, why + "\n"));
}

}  // namespace

void serve_entrance(Site& site, const HttpRequest& request, const PathParts& /*parts*/,
                    Respond respond) {
  serve(site, request, kEntrance, respond);
}

void serve_role_page(Site& site, const HttpRequest& request, const PathParts& parts,
                     Respond respond) {
  for (const RolePage& page : kPages) {
    if (page.role == parts[1]) {
      serve(site, request, page.page, respond);
      return;
    }
  }
  respond(error_response(404, "there is no such page; compare the address with the link"));
}

void serve_file(Site& site, const HttpRequest& request, const PathParts& /*parts*/,
                Respond respond) {
  serve(site, request, path_of(request.target).substr(1), respond);
}

}  // namespace rebond
