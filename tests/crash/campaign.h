// Some rounds on one café: founded, killed again and again, and looked through in the end.
#pragma once

#include <boost/asio/io_context.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/crash/rounds.h"
#include "tests/crash/victim.h"
#include "tests/crash/writer.h"

namespace rebond::crash {

/// Adds what it did to the report. Used on one thread.
class Campaign {
 public:
  Campaign(const RoundsOptions& options, Random& chance, RoundsReport& report);

  void play(std::size_t rounds);

 private:
  /// False: the campaign cannot go on, and the ledger says why.
  bool found_cafe();
  bool round(std::size_t number, std::size_t rounds);
  bool start_again();
  void reckon();
  void wait_until_equal();
  void read_history();
  void ask_terminal();

  CafeLink link(const std::string& url);
  std::size_t told() const { return ledger_.accepted() + ledger_.rejected(); }
  bool anybody_ended() const;
  void run_for(std::chrono::milliseconds time);
  /// False when it does not come to that.
  template <typename IsSo>
  bool run_until(IsSo is_so);

  const RoundsOptions& options_;
  Random& chance_;
  RoundsReport& report_;
  Victim victim_;
  Ledger ledger_;
  boost::asio::io_context io_;
  SystemClock clock_;
  SystemRandom random_;
  nlohmann::json links_;
  std::vector<std::unique_ptr<Writer>> writers_;
};

}  // namespace rebond::crash
