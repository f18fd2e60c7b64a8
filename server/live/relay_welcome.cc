// Letting a connection in and showing it out: Welcome, snapshots, names, links.
#include <algorithm>
#include <utility>

#include "core/personal.h"
#include "live/cafe.h"
#include "live/relay.h"

namespace rebond {
namespace {

// A whole hall that reconnects shares one snapshot, a little old; the entries after it follow.
constexpr Seq kEntriesBehindSnapshotMax = 256;

v1::Limits limits_message(const Limits& limits) {
  v1::Limits message;
  message.set_message_bytes(limits.message_bytes);
  message.set_commands_per_second(limits.commands_per_second);
  message.set_commands_burst(limits.commands_burst);
  message.set_commands_unacknowledged(limits.commands_unacknowledged);
  message.set_command_text_bytes(limits.command_text_bytes);
  message.set_card_code_points(limits.card_code_points);
  return message;
}

bool shows_join_code(v1::Role role) {
  return role == v1::ROLE_FACILITATOR || role == v1::ROLE_CAPTAIN || role == v1::ROLE_SCREEN;
}

/// The screen is told names while the facilitator lets it show them, and none otherwise.
bool knows_names(v1::Role role, const State& state) {
  if (role == v1::ROLE_FACILITATOR || role == v1::ROLE_CAPTAIN) return true;
  return role == v1::ROLE_SCREEN && shows_names(state);
}

bool knows_accesses(v1::Role role) {
  return role == v1::ROLE_FACILITATOR;
}

/// In Phase::kWaiting or later, and not closed.
bool is_welcomed(const Session& session) {
  return session.phase == Phase::kWaiting || session.phase == Phase::kFollowing;
}

/// The control of that kind that waits to be sent, or a new one: only the newest list counts.
v1::Control& control_for(v1::ServerFrame& tail, v1::Control::ControlCase kind) {
  for (v1::Control& control : *tail.mutable_control()) {
    if (control.control_case() == kind) return control;
  }
  return *tail.add_control();
}

}  // namespace

void Relay::on_refused(ConnectionId connection, v1::CloseCode code, const std::string& reason) {
  if (Session* session = find(connection)) close(*session, code, reason);
}

void Relay::on_device(ConnectionId connection, DeviceNumber device) {
  Session* session = find(connection);
  if (session == nullptr) return;
  session->member.device = device;
  supersede(*session);
}

void Relay::on_greeted(ConnectionId connection, const Greeting& greeting) {
  Session* session = find(connection);
  if (session == nullptr) return;
  session->member = greeting.member;
  const CatchUp plan = plan_catch_up(ring_, cafe_.header().epoch(), session->resume_epoch,
                                     session->resume_seq, environment_.limits);
  if (plan == CatchUp::kLostData) ++alarms_;
  welcome(*session, greeting, plan);
  roster_.set_member(connection, session->member, environment_.clock.monotonic_ms());
  // What only this client is told comes before the café: who waits for the café has it all.
  session->phase = Phase::kWaiting;
  const v1::Role role = session->member.role;
  send_directory(*session);
  if (knows_accesses(role)) send_list(*session, access_list());
  if (v1::Control own = personal(session->member); own.personal().ByteSizeLong() > 0) {
    send_list(*session, std::move(own));
  }
  begin(*session, plan);
  schedule();
}

void Relay::supersede(const Session& by) {
  if (by.member.device == 0) return;
  for (auto& [id, session] : sessions_) {
    if (id != by.id && session.member.device == by.member.device &&
        session.phase != Phase::kClosing) {
      close(session, v1::CLOSE_CODE_SUPERSEDED, "this device is connected in another window");
    }
  }
}

void Relay::welcome(Session& session, const Greeting& greeting, CatchUp plan) {
  const bool entries = plan == CatchUp::kFromRing || plan == CatchUp::kFromJournal;
  v1::Welcome& welcome = *session.tail.add_control()->mutable_welcome();
  welcome.set_protocol(kProtocolVersion);
  welcome.set_epoch(cafe_.header().epoch());
  welcome.set_head(ring_.head());
  welcome.set_mode(entries ? v1::RESUME_MODE_ENTRIES : v1::RESUME_MODE_SNAPSHOT);
  welcome.set_device(greeting.member.device);
  welcome.set_last_command(greeting.last_command);
  welcome.set_role(greeting.member.role);
  welcome.set_table(greeting.member.table);
  welcome.set_participant(greeting.member.participant);
  welcome.set_must_join(greeting.member.must_join);
  *welcome.mutable_limits() = limits_message(environment_.limits);
  welcome.set_server_time_ms(cafe_.now_ms());
  if (shows_join_code(greeting.member.role)) welcome.set_join_code(cafe_.header().join_code());
  for (const std::string& address : environment_.addresses) welcome.add_addresses(address);
  if (cafe_.read_only()) {
    session.tail.add_control()->mutable_notice()->set_kind(v1::NOTICE_KIND_READ_ONLY);
  }
}

void Relay::begin(Session& session, CatchUp plan) {
  if (plan == CatchUp::kSnapshot || plan == CatchUp::kLostData) return send_snapshot(session);
  session.phase = Phase::kFollowing;
  session.cursor = session.resume_seq;
  session.from_journal = plan == CatchUp::kFromJournal;
  pump(session);
}

void Relay::send_snapshot(Session& session) {
  const bool fresh = snapshot_ != nullptr && ring_.covers(snapshot_->seq) &&
                     ring_.head() - snapshot_->seq <= kEntriesBehindSnapshotMax;
  if (fresh) return give_snapshot(session);
  session.phase = Phase::kWaiting;
  pump(session);
  cafe_.request_snapshot();
}

void Relay::give_snapshot(Session& session) {
  session.phase = Phase::kFollowing;
  session.prelude = snapshot_;
  session.next_frame = 0;
  ++snapshots_sent_;
  pump(session);
}

void Relay::on_snapshot(std::shared_ptr<const Prelude> snapshot) {
  snapshot_ = std::move(snapshot);
  ++snapshots_made_;
  for (auto& [id, session] : sessions_) {
    if (session.phase == Phase::kWaiting) give_snapshot(session);
  }
}

void Relay::on_member(ConnectionId connection, const Member& member) {
  Session* session = find(connection);
  if (session == nullptr) return;
  session->member = member;
  roster_.set_member(connection, member, environment_.clock.monotonic_ms());
  schedule();
}

void Relay::on_revoked(Id access) {
  for (auto& [id, session] : sessions_) {
    if (session.member.access != access || session.phase == Phase::kClosing) continue;
    close(session, v1::CLOSE_CODE_REMOVED, "your access was taken back: ask for a new link");
  }
  schedule();
}

void Relay::on_directory() {
  for (auto& [id, session] : sessions_) {
    if (is_welcomed(session)) send_directory(session);
  }
}

void Relay::send_directory(Session& session) {
  const v1::Role role = session.member.role;
  const bool knows = knows_names(role, cafe_.state());
  if (knows || session.told_names) send_list(session, directory(role));
  session.told_names = knows;
}

void Relay::on_access_list() {
  const v1::Control list = access_list();
  for (auto& [id, session] : sessions_) {
    if (is_welcomed(session) && knows_accesses(session.member.role)) send_list(session, list);
  }
}

void Relay::on_personal(const std::vector<Owner>& owners) {
  for (auto& [id, session] : sessions_) {
    const auto concerned = [&member = session.member](const Owner& owner) {
      return concerns(owner, member);
    };
    if (is_welcomed(session) && std::any_of(owners.begin(), owners.end(), concerned)) {
      send_list(session, personal(session.member));
    }
  }
}

void Relay::send_list(Session& session, v1::Control list) {
  // It holds all that was decided: nobody may see it before all of that is durable (EO8).
  cafe_.when_durable([this, id = session.id, list = std::move(list)] {
    Session* owed = find(id);
    if (owed == nullptr || !is_welcomed(*owed)) return;
    control_for(owed->tail, list.control_case()) = list;
    pump(*owed);
  });
}

v1::Control Relay::directory(v1::Role role) const {
  v1::Control control;
  v1::Directory& directory = *control.mutable_directory();
  if (!knows_names(role, cafe_.state())) return control;
  for (const auto& [participant, record] : cafe_.private_state().people()) {
    v1::Person& person = *directory.add_people();
    person.set_participant(participant);
    person.set_name(record.name());
    if (role == v1::ROLE_FACILITATOR && record.has_wishes()) {
      *person.mutable_wishes() = record.wishes();
    }
  }
  return control;
}

v1::Control Relay::personal(const Member& member) const {
  v1::Control control;
  *control.mutable_personal() = personal_of(member, cafe_.private_state());
  return control;
}

v1::Control Relay::access_list() const {
  v1::Control control;
  v1::AccessList& list = *control.mutable_access_list();
  for (const auto& [id, token] : cafe_.private_state().tokens()) {
    v1::AccessEntry& entry = *list.add_access();
    entry.set_access(id);
    entry.set_role(token.role());
    entry.set_table(token.table());
    entry.set_participant(token.participant());
    entry.set_join(token.join());
    entry.set_revoked(token.revoked());
  }
  return control;
}

}  // namespace rebond
