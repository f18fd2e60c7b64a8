// Any message of the contract as JSON, so that a new kind of record needs no line here.
#pragma once

#include <google/protobuf/message.h>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "rebond/v1/record.pb.h"

namespace rebond::cli {

/// Every field that is a value, set or not; messages and the case of a oneof only when set. Names
/// as in the contract, 64-bit numbers as decimal strings, bytes as hexadecimal digits, enums as
/// enum_word() says.
nlohmann::json message_json(const google::protobuf::Message& message);

/// The encoded record of a kind; {"bytes": hexadecimal digits} for a kind that is not known.
nlohmann::json record_json(v1::RecordKind kind, std::string_view bytes);

/// "card_added" for WHAT_CARD_ADDED: lower case without the type's prefix. The number for a value
/// of a newer contract.
std::string enum_word(const google::protobuf::EnumDescriptor& type, int number);

template <typename Enum>
std::string word_of(Enum value) {
  return enum_word(*google::protobuf::GetEnumDescriptor<Enum>(), static_cast<int>(value));
}

}  // namespace rebond::cli
