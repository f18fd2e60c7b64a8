// Everybody who is connected to a café: frames in, one order of entries out.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "live/audience.h"
#include "live/cafe.h"
#include "live/catch_up.h"
#include "live/environment.h"
#include "live/flush_pace.h"
#include "live/peer.h"
#include "live/ring.h"
#include "live/roster.h"
#include "live/sender.h"
#include "live/session.h"
#include "live/wakeup.h"

namespace rebond {

/// Follows one café for the connections of one thread (rules HS, CU, PR). Sans-I/O.
class Relay final : public Audience {
 public:
  Relay(const Environment& environment, Cafe& cafe, Wakeup& wakeup);

  // From the sockets; see Room for what they mean.
  ConnectionId connect(Peer& peer);
  void on_frame(ConnectionId connection, std::string_view bytes);
  void on_writable(ConnectionId connection);
  void on_closed(ConnectionId connection);
  void tick();
  void notify(v1::NoticeKind kind);
  void stop(v1::CloseCode code, const std::string& reason);
  /// From now on whoever says Hello is closed, and what the others send is not heard: they will
  /// send it again.
  void hold(v1::CloseCode code, const std::string& reason) { away_ = Away{code, reason}; }
  /// Of those who are held: sends what is durable, then closes everybody.
  void turn_away();
  /// Lets people in again.
  void let_in() { away_.reset(); }
  /// The numbers of its connections continue those of another relay of the same café.
  ConnectionId last_connection() const { return last_connection_; }
  void continue_after(ConnectionId last) { last_connection_ = last; }

  // From the writer.
  void on_published(Seq seq, ByteRange entry) override;
  void on_device(ConnectionId connection, DeviceNumber device) override;
  void on_greeted(ConnectionId connection, const Greeting& greeting) override;
  void on_refused(ConnectionId connection, v1::CloseCode code, const std::string& reason) override;
  void on_result(ConnectionId connection, const v1::Result& result) override;
  void on_member(ConnectionId connection, const Member& member) override;
  void on_snapshot(std::shared_ptr<const Prelude> snapshot) override;
  void on_digest(Seq seq, const std::string& digest) override;
  void on_directory() override;
  void on_access_list() override;
  void on_personal(const std::vector<Owner>& owners) override;
  void on_revoked(Id access) override;

  std::size_t connections() const { return sessions_.size(); }
  std::uint64_t snapshots_made() const { return snapshots_made_; }
  std::uint64_t snapshots_sent() const { return snapshots_sent_; }
  std::uint64_t bytes_sent() const { return bytes_sent_; }
  /// Clients that had applied more than the café has (CU4), or whose digest differed (DG4).
  std::uint64_t alarms() const { return alarms_; }

 private:
  Session* find(ConnectionId connection);
  void on_hello(Session& session, const v1::Hello& hello);
  void on_welcomed_frame(Session& session, const v1::ClientFrame& frame);
  void close(Session& session, v1::CloseCode code, const std::string& reason);
  /// HS5: another connection of the same device gives way.
  void supersede(const Session& by);
  void welcome(Session& session, const Greeting& greeting, CatchUp plan);
  void begin(Session& session, CatchUp plan);
  /// The shared snapshot if it still leads to the ring, else the writer is asked for one.
  void send_snapshot(Session& session);
  void give_snapshot(Session& session);
  /// Of everything that is decided, durable or not.
  v1::Control directory(v1::Role role) const;
  v1::Control access_list() const;
  v1::Control personal(const Member& member) const;
  /// Names to who may know them, or an empty list to who may not any more.
  void send_directory(Session& session);
  /// Once what it tells is durable.
  void send_list(Session& session, v1::Control list);
  /// Sends what the client is to have next, if its peer is free.
  void pump(Session& session);
  void flush();
  void check_timeouts();
  void send_presence();
  void schedule();

  const Environment& environment_;
  Cafe& cafe_;
  Wakeup& wakeup_;
  Ring ring_;
  Roster roster_;
  Sender sender_;
  FlushPace pace_;
  std::map<ConnectionId, Session> sessions_;
  ConnectionId last_connection_ = 0;
  struct Away {
    v1::CloseCode code;
    std::string reason;
  };
  /// While the café is out of service.
  std::optional<Away> away_;
  std::shared_ptr<const Prelude> snapshot_;
  bool flush_due_ = false;
  /// What the last flush brought everybody to; who was busy then goes on by itself.
  Seq flushed_ = 0;
  MonotonicMs presence_due_ = 0;
  std::uint64_t snapshots_made_ = 0;
  std::uint64_t snapshots_sent_ = 0;
  std::uint64_t bytes_sent_ = 0;
  std::uint64_t alarms_ = 0;
};

}  // namespace rebond
