// The cafés of this server.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan.h"
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

  /// Null when there is none. The pointer is valid as long as this object.
  Room* find(std::string_view cafe);
  Room* find_by_join_code(std::string_view code);

  /// Every room, in the order of ids.
  std::vector<Room*> all();

  void set_read_only(bool read_only);
  void stop(v1::CloseCode code, const std::string& reason);

 private:
  struct OpenRoom {
    // The alarm outlives the room that uses it.
    std::unique_ptr<Wakeup> wakeup;
    std::unique_ptr<Room> room;
  };

  Result<void> open(StoredCafe stored);

  Environment environment_;
  MakeWakeup make_wakeup_;
  std::map<CafeId, OpenRoom, std::less<>> rooms_;
  bool read_only_ = false;
};

}  // namespace rebond
