// What the writer of a café tells those who are connected to it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/ids.h"
#include "core/decide.h"
#include "core/owner.h"
#include "live/message.h"
#include "live/prelude.h"
#include "rebond/v1/frame.pb.h"

namespace rebond {

/// Names one connection to a café; never used again while the server runs.
using ConnectionId = std::uint32_t;

/// The writer's answer to a Hello.
struct Greeting {
  Member member;
  CommandNumber last_command = 0;
};

/// Implemented by the relay. Everything told here is durable (EO8).
class Audience {
 public:
  virtual ~Audience() = default;

  /// Entry `seq` is durable; `entry` is an element of ServerFrame.entries.
  virtual void on_published(Seq seq, ByteRange entry) = 0;

  /// Told at once, from inside greet(): the connection is of that device. Its earlier connections
  /// may send nothing more, or they would take numbers that the greeting promises to this one.
  virtual void on_device(ConnectionId connection, DeviceNumber device) = 0;

  virtual void on_greeted(ConnectionId connection, const Greeting& greeting) = 0;
  virtual void on_refused(ConnectionId connection, v1::CloseCode code,
                          const std::string& reason) = 0;
  virtual void on_result(ConnectionId connection, const v1::Result& result) = 0;

  /// The device joined: it is somebody now.
  virtual void on_member(ConnectionId connection, const Member& member) = 0;

  /// The snapshot that was asked for.
  virtual void on_snapshot(std::shared_ptr<const Prelude> snapshot) = 0;

  virtual void on_digest(Seq seq, const std::string& digest) = 0;

  /// Names changed.
  virtual void on_directory() = 0;

  /// Links were given out or taken back.
  virtual void on_access_list() = 0;

  /// What these people alone are told has changed.
  virtual void on_personal(const std::vector<Owner>& owners) = 0;

  /// The link was taken back: whoever came with it has to go.
  virtual void on_revoked(Id access) = 0;
};

}  // namespace rebond
