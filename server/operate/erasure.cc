// The order to erase a person, carried out on open cafés.
#include "operate/erasure.h"

#include <utility>

namespace rebond::operate {
namespace {

Json to_json(const EraseOrder& order, const ErasureReport& report) {
  Json said = Json::array();
  for (const Id card : report.said) said.push_back(std::to_string(card));
  return {{"cafe", order.cafe},
          {"entries_changed", report.entries},
          {"code_points_blanked", report.blanked},
          {"links_closed", report.links},
          {"devices_forgotten", report.devices},
          {"salvaged_texts_removed", report.salvaged},
          {"said_and_typed_by_others", std::move(said)}};
}

}  // namespace

void erase(Rooms& rooms, const EraseOrder& order, Desk::Answer answer) {
  const Subject subject{order.person, order.device};
  rooms.erase(order.cafe, subject, order.with_words,
              [order, answer = std::move(answer)](const Result<ErasureReport>& report) {
                answer(report ? reply_with(to_json(order, *report)) : Reply(report.error()));
              });
}

}  // namespace rebond::operate
