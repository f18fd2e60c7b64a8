// A café that people of a test made, as its history; and what is found in a history.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/history.h"
#include "tests/core/cafe_builder.h"

namespace rebond::test {

inline constexpr Epoch kFirstEpoch = 7;

/// Entries, all that is private, and one outcome for each entry of a device.
History history_of(const CafeBuilder& cafe);

/// Whether the bytes stand anywhere: in an entry, a private record or the snapshot.
bool holds_words(const History& history, std::string_view words);

/// Whether a number of 64 bits in an entry or a record of it is this one: a field or an id.
bool holds_number(const History& history, std::uint64_t number);

/// Whether a field named "device" in an entry or a record of it is this number.
bool holds_device(const History& history, DeviceNumber device);

}  // namespace rebond::test
