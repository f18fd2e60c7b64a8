// What a session does with a frame of the server.
#include "base/limits.h"
#include "clients/cpp/client_session.h"

namespace rebond {

void ClientSession::on_frame(std::string_view message) {
  if (phase_ != Phase::kGreeting && phase_ != Phase::kConnected) return;
  heard_at_ = clock_.monotonic_ms();
  v1::ServerFrame frame;
  if (!frame.ParseFromArray(message.data(), static_cast<int>(message.size()))) {
    close_for(Error{ErrorKind::kCorrupt, "", "the server sent what is no frame"});
    return;
  }
  // In this order, since two frames may have become one (CU6). Each step may end the connection.
  for (const v1::Control& control : frame.control()) apply_control(control);
  for (const v1::Entry& entry : frame.entries()) apply_entry(entry);
  for (const v1::Result& result : frame.results()) apply_result(result);
  for (const v1::PresenceEntry& presence : frame.presence()) {
    if (phase_ == Phase::kConnected) observer_.on_presence(presence);
  }
  settle();
  flush();
  arm();
}

void ClientSession::apply_control(const v1::Control& control) {
  if (phase_ == Phase::kGreeting && control.has_welcome()) {
    on_welcome(control.welcome());
    return;
  }
  if (phase_ != Phase::kConnected) return;
  switch (control.control_case()) {
    case v1::Control::kSnapshotBegin:
      must(replica_.begin(control.snapshot_begin()));
      break;
    case v1::Control::kSnapshotChunk:
      must(replica_.add(control.snapshot_chunk()));
      break;
    case v1::Control::kSnapshotEnd:
      on_snapshot_end(control.snapshot_end());
      break;
    case v1::Control::kResync:
      replica_.on_resync();
      break;
    case v1::Control::kStateDigest:
      replica_.expect(control.state_digest());
      break;
    case v1::Control::kAccessList:
      observer_.on_access_list(control.access_list());
      break;
    case v1::Control::kDirectory:
      observer_.on_directory(control.directory());
      break;
    case v1::Control::kPersonal:
      observer_.on_personal(control.personal());
      break;
    case v1::Control::kNotice:
      if (control.notice().kind() == v1::NOTICE_KIND_WRITABLE) outbox_.retry_now();
      observer_.on_notice(control.notice().kind());
      break;
    default:
      break;
  }
}

void ClientSession::on_welcome(const v1::Welcome& welcome) {
  phase_ = Phase::kConnected;
  next_ping_ = clock_.monotonic_ms() + kPingMs;
  welcome_ = welcome;
  replica_.on_welcome(welcome);
  if (Result<void> opened = outbox_.open(welcome); !opened) {
    end(Ending{Ending::Kind::kHistoryChanged, 0, opened.error().message, {}});
    return;
  }
  observer_.on_welcome(welcome);
  if (phase_ == Phase::kConnected && options_.joins && has_to_join() && join_number_ == 0) join();
}

void ClientSession::on_snapshot_end(const v1::SnapshotEnd& end) {
  must(replica_.end(end));
  if (phase_ != Phase::kConnected) return;
  outbox_.send_all_again();
  observer_.on_snapshot();
}

void ClientSession::apply_entry(const v1::Entry& entry) {
  if (phase_ != Phase::kConnected) return;
  const bool passed_over = replica_.awaits_snapshot();
  must(replica_.apply(entry));
  if (phase_ != Phase::kConnected || passed_over) return;
  observer_.on_entry(entry);
  if (const auto outcome = outbox_.on_entry(entry)) on_outcome(*outcome);
}

void ClientSession::apply_result(const v1::Result& result) {
  if (phase_ != Phase::kConnected) return;
  if (const auto outcome = outbox_.on_result(result, clock_.monotonic_ms())) on_outcome(*outcome);
}

void ClientSession::join() {
  if (outbox_.device() == 0) {
    close_for(Error{ErrorKind::kCorrupt, "", "the server lets this device join under no number"});
    return;
  }
  v1::Command command;
  v1::Join& join = *command.mutable_join();
  participant_ = new_id();
  join.set_participant(participant_);
  join.set_token(personal_token_);
  const Result<CommandNumber> number = outbox_.add(command.SerializeAsString());
  if (!number) {
    close_for(number.error());
    return;
  }
  join_number_ = *number;
}

void ClientSession::on_outcome(const Outcome& outcome) {
  if (outcome.number != join_number_ || joined_) {
    observer_.on_outcome(outcome);
    return;
  }
  joined_ = outcome.accepted;
  if (joined_) return;
  Ending ending;
  ending.kind = Ending::Kind::kRejected;
  ending.rejection = outcome.rejection;
  ending.message = outcome.rejection.remedy();
  end(std::move(ending));
}

void ClientSession::settle() {
  if (phase_ != Phase::kConnected) return;
  if (const auto diverged = replica_.check()) {
    v1::ClientFrame frame;
    *frame.mutable_diverged() = *diverged;
    transmit(frame);
    observer_.on_trouble(Error{ErrorKind::kCorrupt, "", "this copy differs from the server's"});
  }
  const bool here = !replica_.awaits_snapshot() && replica_.seq() >= welcome_.head();
  const bool joining = options_.joins && has_to_join();
  if (outbox_.needs_new_key()) return take_new_key();
  if (live_ || !here || joining || outbox_.asks()) return;
  live_ = true;
  back_off_.reset();
  observer_.on_live();
}

void ClientSession::take_new_key() {
  options_.device_key = random_.bytes(kSecretBytes);
  back_off_.reset();
  outbox_.close();
  phase_ = Phase::kClosing;
  transport_.close();
}

void ClientSession::must(const Result<void>& done) {
  if (done || phase_ != Phase::kConnected) return;
  if (done.error().kind == ErrorKind::kInvalid) {
    end(Ending{Ending::Kind::kUpgrade, 0, done.error().message, {}});
    return;
  }
  close_for(done.error());
}

}  // namespace rebond
