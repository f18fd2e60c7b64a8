// Whom an erasure or a report is about, and what in a café leads to that person.
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/ids.h"
#include "base/result.h"
#include "core/history.h"
#include "core/typed_words.h"
#include "rebond/v1/entry.pb.h"

namespace rebond {

/// A person who has joined, or a device that no person joined with, such as a captain's tablet.
/// Exactly one of the two is not 0.
struct Subject {
  Id participant = 0;
  DeviceNumber device = 0;
};

/// Everything by which a café knows the subject.
struct Identity {
  Id participant = 0;
  /// Devices that the subject wrote with.
  std::set<DeviceNumber> devices;
  /// Personal links, by the id of their TokenRecord. A table's link is nobody's own.
  std::set<Id> tokens;

  /// The words with which an anonymous idea of the subject was said.
  struct Anonymous {
    std::string words;
    double at_ms = 0;
  };
  /// By the idea. Only AuthorRecords lead to them.
  std::map<Id, Anonymous> anonymous;

  bool is(Id person) const { return person != 0 && person == participant; }
  bool has(DeviceNumber device) const { return devices.contains(device); }
  /// The AnswersRecord with that id is the subject's: kept by person, else by device.
  bool answered(Id id) const {
    return is(id) || (device_of(id) == 0 && has(static_cast<DeviceNumber>(id)));
  }
  /// Whose words an entry brings: the subject's also when they were said anonymously.
  TypedWords::From words_of(const v1::Entry& entry) const;
  /// The subject typed these characters of that text, which may be a copy.
  bool typed(Id text, const v1::Insert& insert) const;
  /// The subject typed the idea, under its number or anonymously.
  bool typed(Id id, const v1::Card& card) const;
};

/// Fails with kNotFound when the café knows nobody by that number, and with kInvalid when the
/// device is that of a person, whom the error names.
Result<Identity> identify(const History& history, const Subject& subject);

}  // namespace rebond
