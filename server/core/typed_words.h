// Which words in the records of a café one person typed: phrases, names, tags, questions.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/records.h"
#include "rebond/v1/entry.pb.h"

namespace rebond {

/// Follows the changes of a history in their order. A record is always put whole, also by who
/// changed another field of it; so a word belongs to the person whose put first brought it.
/// The words of texts are not here: each run has its author.
class TypedWords {
 public:
  /// A string field of a record, by its number, and a value of it.
  using Words = std::set<std::pair<int, std::string>>;

  /// Where words come from that a record did not have before.
  enum class From {
    kSubject,  // one of the person's devices asked for it
    kOthers,
    kEarlier  // an undo brought them back, whoever typed them
  };

  /// Takes the next put. The words of the record that the person typed, now or earlier. Valid until
  /// the next call.
  const Words& put(const v1::Put& put, From from);

  void remove(const v1::RecordRef& ref);

  /// The words of a record as it is now that the person typed.
  const Words& typed(RecordKey key) const;

  /// All records as they are now.
  const Records& records() const { return records_; }

 private:
  /// Whether the person typed a word that is new to the record.
  bool is_theirs(RecordKey key, const std::pair<int, std::string>& word, From from) const;

  Records records_;
  std::map<RecordKey, Words> typed_;
  /// Also those that have gone since.
  std::map<RecordKey, Words> ever_typed_;
};

/// Lets `rewrite(field, value)` give each string of a message that is not empty its new value.
void rewrite_strings(google::protobuf::Message& message,
                     const std::function<std::string(int, const std::string&)>& rewrite);

}  // namespace rebond
