// The numbers that name things.
#pragma once

#include <cstdint>
#include <string>

namespace rebond {

/// Place of an entry in a café's history: 1, 2, 3, …; 0 is before the first.
using Seq = std::uint32_t;
/// A device's number in a café; 0 is the server.
using DeviceNumber = std::uint32_t;
/// A command's number on its device: 1, 2, 3, …
using CommandNumber = std::uint32_t;
/// A record's id: device number << 32 | the device's counter.
using Id = std::uint64_t;
/// Names one life of a journal; random, never 0.
using Epoch = std::uint64_t;
/// A café's name in URLs and in the store: 10 letters and digits without look-alikes.
using CafeId = std::string;

constexpr Id make_id(DeviceNumber device, std::uint32_t counter) {
  return (static_cast<Id>(device) << 32U) | counter;
}

constexpr DeviceNumber device_of(Id id) {
  return static_cast<DeviceNumber>(id >> 32U);
}

constexpr std::uint32_t counter_of(Id id) {
  return static_cast<std::uint32_t>(id);
}

}  // namespace rebond
