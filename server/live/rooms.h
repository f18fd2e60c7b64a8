// The cafés of this server.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/erase.h"
#include "core/plan.h"
#include "live/retention.h"
#include "live/room.h"

namespace rebond {

/// The links of a new café: each token is 16 random bytes. They are told once; only hashes are
/// kept.
struct CafeLinks {
  CafeId cafe;
  Epoch epoch = 0;
  std::string facilitator;
  std::string screen;
  std::vector<std::string> captains;  // in the order of the tables
  std::string participant;            // a join token
  std::string remote;                 // a join token
  std::string expert;
};

/// Opens, founds and finds rooms. Used on one thread.
class Rooms {
 public:
  /// Makes the alarm of one room, which calls find(cafe)->tick(); called once per room.
  using MakeWakeup = std::function<std::unique_ptr<Wakeup>(const CafeId& cafe)>;

  Rooms(Environment environment, MakeWakeup make_wakeup);
  ~Rooms();

  /// Recovers every café of the journal. On failure the server must not start.
  Result<void> open_all();

  /// Founds a café from a plan; `done` is called when it is durable and open, or with the reason
  /// why it could not be opened.
  void found(const Plan& plan, std::function<void(Result<CafeLinks>)> done);

  /// Takes in a café that was saved elsewhere, with a new epoch (core/next_life.h); `done` gets its
  /// header when it is durable and open. Fails with kBusy when a café with that id or that join
  /// code is here already.
  void adopt(WholeCafe cafe, std::function<void(Result<v1::CafeHeader>)> done);

  const Journal& journal() const { return environment_.journal; }

  /// Null when there is none. The pointer is valid as long as this object.
  Room* find(std::string_view cafe);
  Room* find_by_join_code(std::string_view code);

  /// Every room, in the order of ids.
  std::vector<Room*> all();

  /// Erases one person from a café (core/erase.h): closes its connections with 4006, rewrites the
  /// history and opens it again with a new epoch; then nothing on the disk holds the old one, and
  /// `done` is called. Other cafés go on. Fails with the errors of erase_person(), kNotFound when
  /// there is no such café, kBusy when it is being rewritten, kUnavailable when the disk is nearly
  /// full; then nothing has changed.
  void erase(const CafeId& cafe, const Subject& subject, bool with_words,
             std::function<void(Result<ErasureReport>)> done);

  /// Removes a café: closes its connections with 4507; then nothing on the disk holds it, and
  /// `done` is called. kNotFound when there is no such café, kBusy when it is being rewritten,
  /// kUnavailable when the disk is nearly full.
  void remove(const CafeId& cafe, std::function<void(Result<void>)> done);

  /// Where slow work is done from now on.
  void work_aside(RunAside run_aside) { environment_.run_aside = std::move(run_aside); }

  /// Told the id of each café that is removed because its time was over (rule ER6).
  void on_retired(std::function<void(const CafeId& cafe)> told) { on_retired_ = std::move(told); }

  void set_read_only(bool read_only);
  void stop(v1::CloseCode code, const std::string& reason);

 private:
  struct OpenRoom {
    // The alarm outlives the room that uses it.
    std::unique_ptr<Wakeup> wakeup;
    std::unique_ptr<Room> room;
  };

  Result<void> open(StoredCafe stored);
  void erase_aside(const CafeId& cafe, const ErasureOrder& order,
                   const std::function<void(Result<ErasureReport>)>& done);
  void rewrite(const CafeId& cafe, Result<Erasure> erasure,
               const std::function<void(Result<ErasureReport>)>& done);
  Result<void> reopen(const CafeId& cafe);
  /// When retention is to be looked at again, in milliseconds; none when the café stays for ever.
  std::optional<MonotonicMs> watch_retention(const CafeId& cafe);

  Environment environment_;
  MakeWakeup make_wakeup_;
  std::map<CafeId, OpenRoom, std::less<>> rooms_;
  // Adopted, not durable yet.
  std::set<CafeId> arriving_;
  /// Removed cafés. Their rooms are empty, and turn away who still comes to them.
  std::vector<OpenRoom> ended_;
  std::function<void(const CafeId& cafe)> on_retired_;
  Retention retention_;
  bool read_only_ = false;
};

}  // namespace rebond
