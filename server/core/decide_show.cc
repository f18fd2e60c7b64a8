// The rules of what the projector shows and what everybody is told.
#include "core/rules.h"

namespace rebond {
namespace {

constexpr std::size_t kAnnouncementsMax = 500;
constexpr std::size_t kTextBytesMax = 1'024;
constexpr std::uint32_t kZoomMin = 25;
constexpr std::uint32_t kZoomMax = 400;

bool may_stand_in_the_light(v1::RecordKind kind) {
  return kind == v1::RECORD_KIND_CARD || kind == v1::RECORD_KIND_GROUP ||
         kind == v1::RECORD_KIND_SYNTHESIS_LINE || kind == v1::RECORD_KIND_EXPERT_ANSWER ||
         kind == v1::RECORD_KIND_ACTION;
}

Refusal check_references(const v1::Show& show, const State& state) {
  const RecordKey light{show.spotlight_kind(), show.spotlight()};
  if (show.spotlight() != 0 &&
      (!may_stand_in_the_light(light.kind) || state.records().find(light) == nullptr)) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_show.show.spotlight",
                  "name an idea, a group, a line, an answer or an action of this café");
  }
  if (show.table() != 0 && state.find<v1::Table>(show.table()) == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_show.show.table", "name a table of this café");
  }
  if (show.group() != 0 && state.find<v1::Group>(show.group()) == nullptr) {
    return reject(v1::REJECTION_CODE_NOT_FOUND, "set_show.show.group", "name a group of this café");
  }
  return std::nullopt;
}

}  // namespace

Decision decide_set_show(const v1::SetShow& command, const Context& context) {
  v1::Show show = command.show();
  if (!v1::View_IsValid(show.view())) {
    return reject(v1::REJECTION_CODE_UNSUPPORTED, "set_show.show.view",
                  "choose a view that exists");
  }
  if (show.zoom_percent() != 0 &&
      (show.zoom_percent() < kZoomMin || show.zoom_percent() > kZoomMax)) {
    return reject(v1::REJECTION_CODE_LIMIT, "set_show.show.zoom_percent",
                  "choose from " + std::to_string(kZoomMin) + " to " + std::to_string(kZoomMax));
  }
  if (Refusal refusal = check_references(show, context.state)) return *refusal;
  if (show.spotlight() == 0) show.clear_spotlight_kind();
  show.DiscardUnknownFields();
  return accept(v1::WHAT_SHOWN, put_change(1, show));
}

Decision decide_announce(const v1::Announce& command, const Context& context) {
  if (Refusal refusal = check_new_id(context, v1::RECORD_KIND_ANNOUNCEMENT, command.announcement(),
                                     "announce.announcement")) {
    return *refusal;
  }
  if (Refusal refusal = check_words(command.text(), kTextBytesMax, "announce.text")) {
    return *refusal;
  }
  if (context.state.records().count<v1::Announcement>() >= kAnnouncementsMax) {
    return reject(v1::REJECTION_CODE_LIMIT, "announce", "this café holds no more announcements");
  }
  v1::Announcement announcement;
  announcement.set_text(command.text());
  announcement.set_at_ms(context.now_ms);
  announcement.set_device(context.member.device);
  return accept(v1::WHAT_ANNOUNCED, put_change(command.announcement(), announcement));
}

}  // namespace rebond
