// Drives a MemoryJournal.
#pragma once

#include <memory>

#include "base/check.h"
#include "store/memory_journal.h"
#include "tests/store/journal_driver.h"

namespace rebond {

class MemoryDriver final : public JournalDriver {
 public:
  Journal& journal() override { return *journal_; }

  void run_until(const std::function<bool()>& done) override {
    while (!done()) {
      // Nothing to commit and not done: it would go on for ever.
      CHECK(journal_->pending() > 0);
      journal_->commit();
    }
  }

  void run_ready() override { journal_->commit(); }

  void crash() override { journal_ = journal_->crash(); }
  void fail_next_write() override { journal_->fail_after(0); }

  void damage_entry(const CafeId& cafe, Seq seq) override {
    crash();
    journal_->damage_entry(cafe, seq);
  }
  void lose_entry(const CafeId& cafe, Seq seq) override {
    crash();
    journal_->lose_entry(cafe, seq);
  }

 private:
  std::unique_ptr<MemoryJournal> journal_ = std::make_unique<MemoryJournal>();
};

}  // namespace rebond
