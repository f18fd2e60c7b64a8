// Whom an erasure or a report is about, and what in a café leads to that person.
#include "core/subject.h"

#include <map>
#include <string>

#include "rebond/v1/record.pb.h"

namespace rebond {
namespace {

/// Who belongs to what, in all of a café.
class Register {
 public:
  /// False when it cannot be read.
  bool read(const History& history) {
    for (const PrivateWrite& write : history.private_records) {
      if (write.record && !read_private(write)) return false;
    }
    for (const auto& [device, token] : token_of_device_) devices_[device] = people_of_[token];
    for (const SharedBytes& bytes : history.entries) {
      const Result<v1::Entry> entry = read_entry_element(*bytes);
      if (!entry) return false;
      for (const v1::Change& change : entry->changes()) {
        if (change.has_put() && !read_public(change.put())) return false;
        read_words(change.text());
      }
    }
    return true;
  }

  Identity of_person(Id person) const {
    Identity identity;
    identity.participant = person;
    for (const auto& [token, owner] : people_of_) {
      if (owner == person) identity.tokens.insert(token);
    }
    for (const auto& [device, owner] : devices_) {
      if (owner == person) identity.devices.insert(device);
    }
    for (const auto& [card, author] : authors_) {
      if (author != person) continue;
      const auto words = unsigned_words_.find(card);
      identity.anonymous[card] =
          words == unsigned_words_.end() ? Identity::Anonymous() : words->second;
    }
    return identity;
  }

  bool knows(Id person) const { return people_.contains(person); }
  /// Null when there was never such a device; else whose it is, 0 for nobody's.
  const Id* owner(DeviceNumber device) const {
    const auto found = devices_.find(device);
    return found == devices_.end() ? nullptr : &found->second;
  }

 private:
  bool read_private(const PrivateWrite& write) {
    if (write.kind == v1::PRIVATE_KIND_TOKEN) {
      v1::TokenRecord token;
      if (!token.ParseFromString(*write.record)) return false;
      people_of_[write.id] = token.participant();
    } else if (write.kind == v1::PRIVATE_KIND_DEVICE) {
      v1::DeviceRecord device;
      if (!device.ParseFromString(*write.record)) return false;
      token_of_device_[static_cast<DeviceNumber>(write.id)] = device.token();
    } else if (write.kind == v1::PRIVATE_KIND_PERSON) {
      people_.insert(write.id);
    } else if (write.kind == v1::PRIVATE_KIND_AUTHOR) {
      v1::AuthorRecord author;
      if (!author.ParseFromString(*write.record)) return false;
      authors_[write.id] = author.participant();
    }
    return true;
  }

  /// Runs of anonymous ideas are the only ones that the server makes.
  void read_words(const v1::TextEdit& edit) {
    if (!edit.has_insert() || device_of(edit.insert().run()) != 0) return;
    unsigned_words_[edit.text()] = {edit.insert().characters(), edit.insert().at_ms()};
  }

  bool read_public(const v1::Put& put) {
    if (put.kind() == v1::RECORD_KIND_PARTICIPANT) {
      people_.insert(put.id());
    } else if (put.kind() == v1::RECORD_KIND_DEVICE) {
      v1::Device device;
      if (!device.ParseFromString(put.record())) return false;
      Id& owner = devices_[static_cast<DeviceNumber>(put.id())];
      if (device.participant() != 0) owner = device.participant();
    }
    return true;
  }

  std::map<Id, Id> people_of_;
  std::map<DeviceNumber, Id> token_of_device_;
  std::map<DeviceNumber, Id> devices_;
  std::set<Id> people_;
  std::map<Id, Id> authors_;
  std::map<Id, Identity::Anonymous> unsigned_words_;
};

}  // namespace

TypedWords::From Identity::words_of(const v1::Entry& entry) const {
  using From = TypedWords::From;
  if (entry.what() == v1::WHAT_UNDONE) return From::kEarlier;
  if (entry.device() != 0) return has(entry.device()) ? From::kSubject : From::kOthers;
  if (entry.what() != v1::WHAT_CARD_ADDED) return From::kOthers;
  for (const v1::Change& change : entry.changes()) {
    const v1::Put& put = change.put();
    if (put.kind() == v1::RECORD_KIND_CARD && anonymous.contains(put.id())) return From::kSubject;
  }
  return From::kOthers;
}

bool Identity::typed(Id text, const v1::Insert& insert) const {
  if (is(insert.author()) || has(insert.device())) return true;
  if (insert.author() != 0 || insert.device() != 0) return false;
  if (device_of(insert.run()) == 0) return anonymous.contains(text);
  // A copy of what nobody signed: it is known by its time and words.
  for (const auto& [card, said] : anonymous) {
    if (said.at_ms == insert.at_ms() && said.words.find(insert.characters()) != std::string::npos) {
      return true;
    }
  }
  return false;
}

bool Identity::typed(Id id, const v1::Card& card) const {
  return is(card.scribe()) || has(card.device()) || anonymous.contains(id);
}

Result<Identity> identify(const History& history, const Subject& subject) {
  if ((subject.participant == 0) == (subject.device == 0)) {
    return Error{ErrorKind::kInvalid, "subject", "name one person or one device"};
  }
  Register known;
  if (!known.read(history)) {
    return Error{ErrorKind::kCorrupt, history.header.id(), "the history cannot be read"};
  }
  if (subject.participant != 0) {
    if (known.knows(subject.participant)) return known.of_person(subject.participant);
    return Error{ErrorKind::kNotFound, "participant",
                 "nobody in this café has the number " + std::to_string(subject.participant)};
  }
  const Id* owner = known.owner(subject.device);
  if (owner == nullptr) {
    return Error{ErrorKind::kNotFound, "device",
                 "no device of this café has the number " + std::to_string(subject.device)};
  }
  if (*owner != 0) {
    return Error{ErrorKind::kInvalid, "device",
                 "this device is that of person " + std::to_string(*owner) + ": name the person"};
  }
  Identity identity;
  identity.devices.insert(subject.device);
  return identity;
}

}  // namespace rebond
