// The kinds of records: the one place where a message is given its number.
#include "core/record_kinds.h"

#include <string_view>

namespace rebond {

std::string kind_name(v1::RecordKind kind) {
  constexpr std::string_view kPrefix = "RECORD_KIND_";
  std::string name = v1::RecordKind_Name(kind);
  if (!name.starts_with(kPrefix)) return std::to_string(static_cast<int>(kind));
  name.erase(0, kPrefix.size());
  for (char& letter : name) letter = static_cast<char>(letter == '_' ? '-' : letter | 0x20);
  return name;
}

std::unique_ptr<google::protobuf::Message> new_record(v1::RecordKind kind) {
  switch (kind) {
    case v1::RECORD_KIND_CAFE:
      return std::make_unique<v1::Cafe>();
    case v1::RECORD_KIND_STEP:
      return std::make_unique<v1::Step>();
    case v1::RECORD_KIND_TABLE:
      return std::make_unique<v1::Table>();
    case v1::RECORD_KIND_ROUND:
      return std::make_unique<v1::Round>();
    case v1::RECORD_KIND_PARTICIPANT:
      return std::make_unique<v1::Participant>();
    case v1::RECORD_KIND_DEVICE:
      return std::make_unique<v1::Device>();
    case v1::RECORD_KIND_SEAT:
      return std::make_unique<v1::Seat>();
    case v1::RECORD_KIND_CARD:
      return std::make_unique<v1::Card>();
    case v1::RECORD_KIND_LINK:
      return std::make_unique<v1::Link>();
    case v1::RECORD_KIND_GROUP:
      return std::make_unique<v1::Group>();
    case v1::RECORD_KIND_MEMBERSHIP:
      return std::make_unique<v1::Membership>();
    case v1::RECORD_KIND_SYNTHESIS:
      return std::make_unique<v1::Synthesis>();
    case v1::RECORD_KIND_SYNTHESIS_LINE:
      return std::make_unique<v1::SynthesisLine>();
    case v1::RECORD_KIND_EXPERT_ITEM:
      return std::make_unique<v1::ExpertItem>();
    case v1::RECORD_KIND_EXPERT_ANSWER:
      return std::make_unique<v1::ExpertAnswer>();
    case v1::RECORD_KIND_SUPPORT:
      return std::make_unique<v1::Support>();
    case v1::RECORD_KIND_ACTION:
      return std::make_unique<v1::Action>();
    case v1::RECORD_KIND_COST_LINE:
      return std::make_unique<v1::CostLine>();
    case v1::RECORD_KIND_EVALUATION:
      return std::make_unique<v1::Evaluation>();
    case v1::RECORD_KIND_SHOW:
      return std::make_unique<v1::Show>();
    case v1::RECORD_KIND_ANNOUNCEMENT:
      return std::make_unique<v1::Announcement>();
    case v1::RECORD_KIND_SEAT_PLAN:
      return std::make_unique<v1::SeatPlan>();
    case v1::RECORD_KIND_PLANNED_ROUND:
      return std::make_unique<v1::PlannedRound>();
    case v1::RECORD_KIND_SUGGESTION:
      return std::make_unique<v1::Suggestion>();
    case v1::RECORD_KIND_SUGGESTION_RUN:
      return std::make_unique<v1::SuggestionRun>();
    case v1::RECORD_KIND_TASK:
      return std::make_unique<v1::Task>();
    default:
      return nullptr;
  }
}

}  // namespace rebond
