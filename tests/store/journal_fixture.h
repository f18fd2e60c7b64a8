// What the tests of the contract have in common: cafés that write, and what is found of them.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "live/journal.h"
#include "tests/store/journal_driver.h"

namespace rebond {

inline std::string entry_bytes(const CafeId& cafe, Seq seq) {
  return cafe + " says " + std::to_string(seq) + std::string(1, '\0') + "é";
}

class JournalContract : public testing::TestWithParam<JournalKind> {
 protected:
  using Entries = std::vector<std::pair<Seq, std::string>>;
  using PrivateRecords = std::map<std::pair<v1::PrivateKind, Id>, std::string>;

  JournalContract() { listen(); }

  Journal& journal() { return driver_->journal(); }

  /// An append of the next entry of a café, with its header if it is the first.
  Append next_entry(const CafeId& cafe, std::vector<PrivateWrite> private_writes = {}) {
    Append append;
    append.cafe = cafe;
    append.seq = ++heads_[cafe];
    append.entry = share(entry_bytes(cafe, append.seq));
    append.private_writes = std::move(private_writes);
    if (append.seq == 1) append.header = header(cafe);
    return append;
  }

  static v1::CafeHeader header(const CafeId& cafe) {
    v1::CafeHeader header;
    header.set_id(cafe);
    header.set_epoch(77);
    header.set_join_code("CODE-" + cafe);
    return header;
  }

  /// Asks for it; its callback writes café and seq into durable_.
  void append(Append append) {
    ++asked_;
    const std::string name = append.cafe + std::to_string(append.seq);
    inside_append_ = true;
    journal().append(std::move(append), [this, name] {
      EXPECT_FALSE(inside_append_);
      durable_.push_back(name);
    });
    inside_append_ = false;
  }
  void append_entries(const CafeId& cafe, int count) {
    for (int i = 0; i < count; ++i) append(next_entry(cafe));
  }

  /// Until everything was acknowledged, or the journal has failed.
  void settle() {
    driver_->run_until([this] { return durable_.size() == asked_ || !failures_.empty(); });
  }

  void crash() {
    driver_->crash();
    listen();
  }

  Entries entries(const CafeId& cafe, Seq after = 0) {
    Entries found;
    const auto read = journal().read(cafe, after, [&found](Seq seq, std::string_view entry) {
      found.emplace_back(seq, entry);
      return true;
    });
    EXPECT_TRUE(read) << (read ? "" : describe(read.error()));
    return found;
  }
  static Entries expected_entries(const CafeId& cafe, Seq from, Seq to) {
    Entries expected;
    for (Seq seq = from; seq <= to; ++seq) expected.emplace_back(seq, entry_bytes(cafe, seq));
    return expected;
  }

  PrivateRecords private_records(const CafeId& cafe) {
    PrivateRecords found;
    const auto stored = journal().load(cafe);
    EXPECT_TRUE(stored);
    if (!stored) return found;
    for (const PrivateWrite& write : stored->private_records) {
      found[{write.kind, write.id}] = *write.record;
    }
    return found;
  }

  /// How reading a café ends when it does not end well.
  Error read_error(const CafeId& cafe) {
    const auto read = journal().read(cafe, 0, [](Seq, std::string_view) { return true; });
    EXPECT_FALSE(read);
    return read ? Error{} : read.error();
  }

  const std::unique_ptr<JournalDriver> driver_ = GetParam().make();
  std::vector<std::string> durable_;
  std::vector<Error> failures_;

 private:
  void listen() {
    journal().on_failure([this](const Error& error) { failures_.push_back(error); });
  }

  std::map<CafeId, Seq> heads_;
  std::size_t asked_ = 0;
  bool inside_append_ = false;
};

}  // namespace rebond
