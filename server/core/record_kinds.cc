// The kinds of records: the one place where a message is given its number.
#include "core/record_kinds.h"

namespace rebond {

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
    default:
      return nullptr;
  }
}

}  // namespace rebond
