// The kinds of records: the one place where a message is given its number.
#pragma once

#include <google/protobuf/message.h>
#include <memory>
#include <string>

#include "rebond/v1/record.pb.h"

namespace rebond {

/// kKindOf<v1::Card> is RECORD_KIND_CARD.
template <typename Message>
inline constexpr v1::RecordKind kKindOf = v1::RECORD_KIND_UNSPECIFIED;

template <>
inline constexpr v1::RecordKind kKindOf<v1::Cafe> = v1::RECORD_KIND_CAFE;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Step> = v1::RECORD_KIND_STEP;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Table> = v1::RECORD_KIND_TABLE;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Round> = v1::RECORD_KIND_ROUND;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Participant> = v1::RECORD_KIND_PARTICIPANT;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Device> = v1::RECORD_KIND_DEVICE;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Seat> = v1::RECORD_KIND_SEAT;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Card> = v1::RECORD_KIND_CARD;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Link> = v1::RECORD_KIND_LINK;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Group> = v1::RECORD_KIND_GROUP;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Membership> = v1::RECORD_KIND_MEMBERSHIP;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Synthesis> = v1::RECORD_KIND_SYNTHESIS;
template <>
inline constexpr v1::RecordKind kKindOf<v1::SynthesisLine> = v1::RECORD_KIND_SYNTHESIS_LINE;
template <>
inline constexpr v1::RecordKind kKindOf<v1::ExpertItem> = v1::RECORD_KIND_EXPERT_ITEM;
template <>
inline constexpr v1::RecordKind kKindOf<v1::ExpertAnswer> = v1::RECORD_KIND_EXPERT_ANSWER;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Support> = v1::RECORD_KIND_SUPPORT;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Action> = v1::RECORD_KIND_ACTION;
template <>
inline constexpr v1::RecordKind kKindOf<v1::CostLine> = v1::RECORD_KIND_COST_LINE;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Evaluation> = v1::RECORD_KIND_EVALUATION;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Show> = v1::RECORD_KIND_SHOW;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Announcement> = v1::RECORD_KIND_ANNOUNCEMENT;
template <>
inline constexpr v1::RecordKind kKindOf<v1::SeatPlan> = v1::RECORD_KIND_SEAT_PLAN;
template <>
inline constexpr v1::RecordKind kKindOf<v1::PlannedRound> = v1::RECORD_KIND_PLANNED_ROUND;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Suggestion> = v1::RECORD_KIND_SUGGESTION;
template <>
inline constexpr v1::RecordKind kKindOf<v1::SuggestionRun> = v1::RECORD_KIND_SUGGESTION_RUN;
template <>
inline constexpr v1::RecordKind kKindOf<v1::Task> = v1::RECORD_KIND_TASK;

/// "card", "synthesis-line", …; the number of a kind that this version does not know.
std::string kind_name(v1::RecordKind kind);

/// An empty message of that kind; null for a kind that this version does not know.
std::unique_ptr<google::protobuf::Message> new_record(v1::RecordKind kind);

}  // namespace rebond
