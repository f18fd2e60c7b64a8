// A client on a real socket that writes as fast as it is acknowledged, over all deaths.
#pragma once

#include <string>

#include "clients/cpp/link.h"
#include "clients/cpp/live_client.h"
#include "tests/crash/ledger.h"

namespace rebond::crash {

/// Used on the thread of its io_context. What it is told goes into the ledger.
class Writer final : public SessionObserver {
 public:
  Writer(int number, const Surroundings& around, const CafeLink& link, Ledger& ledger);

  void start() { client_.session().start(); }
  /// Nothing new from now on; what waits is still sent until it has its outcome.
  void stop_writing() { writes_ = false; }
  const ClientSession& session() const { return client_.session(); }
  /// Everything that it asked for has its outcome.
  bool settled() const { return session().live() && session().waiting() == 0; }
  bool ended() const { return session().ended(); }

 private:
  void write_ahead();
  v1::Command next();

  // SessionObserver.
  void on_welcome(const v1::Welcome& welcome) override;
  void on_live() override { write_ahead(); }
  void on_snapshot() override { note_copy(); }
  void on_entry(const v1::Entry& entry) override;
  void on_outcome(const Outcome& outcome) override;
  void on_trouble(const Error& trouble) override;
  void on_ended(const Ending& ending) override;

  void note_copy();

  int number_;
  Random& random_;
  Ledger& ledger_;
  LiveClient client_;
  bool writes_ = true;
  int written_ = 0;
  /// An idea of its own, for edits.
  Id card_ = 0;
};

}  // namespace rebond::crash
