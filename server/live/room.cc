// One café with everything that runs it: the door through which sockets reach it.
#include "live/room.h"

#include <utility>

#include "live/cafe.h"
#include "live/relay.h"
#include "live/slow_work.h"

namespace rebond {
namespace {

/// The newest snapshot and the entries after it (ST3).
Result<State> recover(const Journal& journal, const StoredCafe& stored) {
  State state;
  if (!stored.snapshot.empty()) {
    Result<State> loaded = State::from_snapshot(stored.snapshot);
    if (!loaded) return loaded.error();
    state = std::move(*loaded);
  }
  Result<void> applied;
  const Result<void> read =
      journal.read(stored.header.id(), state.seq(), [&](Seq, std::string_view bytes) {
        v1::ServerFrame frame;
        if (!frame.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) ||
            frame.entries_size() != 1) {
          applied = Error{ErrorKind::kCorrupt, stored.header.id(), "an entry cannot be read"};
        } else {
          applied = state.apply(frame.entries(0));
        }
        return applied.has_value();
      });
  if (!read) return read.error();
  if (!applied) return applied.error();
  return state;
}

Result<std::unique_ptr<Cafe>> recover_cafe(const Environment& environment, StoredCafe stored) {
  Result<State> state = recover(environment.journal, stored);
  if (!state) return state.error();
  if (state->find<v1::Cafe>(1) == nullptr) {
    return Error{ErrorKind::kCorrupt, stored.header.id(), "the café has no first entry"};
  }
  PrivateState private_state;
  private_state.set_device_floor(stored.header.device_floor());
  for (const PrivateWrite& record : stored.private_records) private_state.apply(record);
  return std::make_unique<Cafe>(environment, std::move(stored.header), std::move(*state),
                                std::move(private_state));
}

}  // namespace

Result<std::unique_ptr<Room>> Room::open(const Environment& environment, Wakeup& wakeup,
                                         StoredCafe stored) {
  Result<std::unique_ptr<Cafe>> cafe = recover_cafe(environment, std::move(stored));
  if (!cafe) return cafe.error();
  return std::unique_ptr<Room>(new Room(environment, wakeup, std::move(*cafe)));
}

Room::Room(const Environment& environment, Wakeup& wakeup, std::unique_ptr<Cafe> cafe)
    : environment_(environment),
      wakeup_(wakeup),
      cafe_(std::move(cafe)),
      relay_(std::make_unique<Relay>(environment, *cafe_, wakeup)),
      slow_work_(std::make_unique<SlowWork>(environment, *cafe_)) {
  cafe_->set_audience(*relay_);
  schedule();
}

Room::~Room() = default;

ConnectionId Room::connect(Peer& peer) {
  return relay_->connect(peer);
}

void Room::on_frame(ConnectionId connection, std::string_view frame) {
  relay_->on_frame(connection, frame);
  schedule();
}

void Room::on_writable(ConnectionId connection) {
  relay_->on_writable(connection);
}

void Room::on_closed(ConnectionId connection) {
  relay_->on_closed(connection);
}

void Room::tick() {
  if (!suspended_) cafe_->tick();
  relay_->tick();
  if (watch_ && !suspended_) {
    if (const auto next = watch_()) wakeup_.wake_in(*next);
  }
  schedule();
}

void Room::schedule() {
  if (suspended_) return;
  slow_work_->look();
  if (const auto next = cafe_->next_tick_ms()) wakeup_.wake_in(*next);
  if (const auto next = slow_work_->next_look_ms()) wakeup_.wake_in(*next);
}

void Room::watch(std::function<std::optional<MonotonicMs>()> watch) {
  watch_ = std::move(watch);
  wakeup_.wake_in(0);
}

void Room::suspend(v1::CloseCode code, const std::string& reason, std::function<void()> then) {
  suspended_ = true;
  // Answers that come meanwhile are dropped: what is wanted is in the records.
  slow_work_.reset();
  relay_->hold(code, reason);
  cafe_->when_durable([this, then = std::move(then)] {
    relay_->turn_away();
    then();
  });
}

void Room::resume() {
  suspended_ = false;
  slow_work_ = std::make_unique<SlowWork>(environment_, *cafe_);
  relay_->let_in();
  schedule();
  const auto waiting = std::exchange(waiting_, {});
  for (const auto& asked : waiting) asked();
}

Result<void> Room::reopen(StoredCafe stored) {
  Result<std::unique_ptr<Cafe>> cafe = recover_cafe(environment_, std::move(stored));
  if (!cafe) return cafe.error();
  (*cafe)->set_read_only(cafe_->read_only());
  become(std::move(*cafe));
  resume();
  return {};
}

void Room::end() {
  v1::CafeHeader header;
  header.set_id(id());
  become(std::make_unique<Cafe>(environment_, std::move(header), State(), PrivateState()));
  relay_->hold(v1::CLOSE_CODE_ENDED, "this café has been removed");
}

void Room::become(std::unique_ptr<Cafe> cafe) {
  // Who came meanwhile is known to the old relay only.
  relay_->turn_away();
  auto relay = std::make_unique<Relay>(environment_, *cafe, wakeup_);
  relay->continue_after(relay_->last_connection());
  relay_ = std::move(relay);
  cafe_ = std::move(cafe);
  cafe_->set_audience(*relay_);
}

void Room::set_read_only(bool read_only) {
  if (cafe_->read_only() == read_only) return;
  cafe_->set_read_only(read_only);
  relay_->notify(read_only ? v1::NOTICE_KIND_READ_ONLY : v1::NOTICE_KIND_WRITABLE);
}

void Room::stop(v1::CloseCode code, const std::string& reason) {
  relay_->stop(code, reason);
}

Result<Access> Room::access(std::string_view token) const {
  const PrivateState& known = cafe_->private_state();
  const auto id = known.find_token(token);
  if (!id) {
    return Error{ErrorKind::kPermission, "", "this link is not valid: ask for a new one"};
  }
  const v1::TokenRecord& record = *known.token(*id);
  return Access{record.role(), record.table(), record.participant()};
}

void Room::share_state(std::function<void(std::shared_ptr<const State>)> done) {
  auto copy = std::make_shared<const State>(cafe_->state());
  cafe_->when_durable([done = std::move(done), copy] { done(copy); });
}

const CafeId& Room::id() const {
  return cafe_->header().id();
}

Epoch Room::epoch() const {
  return cafe_->header().epoch();
}

const std::string& Room::join_code() const {
  return cafe_->header().join_code();
}

RoomStats Room::stats() const {
  const v1::Cafe* record = cafe_->state().find<v1::Cafe>(1);
  return RoomStats{.connections = relay_->connections(),
                   .head = cafe_->durable_seq(),
                   .commands = cafe_->commands(),
                   .rejections = cafe_->rejections(),
                   .snapshots_made = relay_->snapshots_made(),
                   .snapshots_sent = relay_->snapshots_sent(),
                   .bytes_sent = relay_->bytes_sent(),
                   .alarms = relay_->alarms(),
                   .last_entry_at_ms = cafe_->state().at_ms(),
                   .retention_days = record == nullptr ? 0 : record->retention_days()};
}

void Room::mint_participant_token(std::function<void(std::string token)> done) {
  if (suspended_) {
    waiting_.push_back([this, done = std::move(done)] { mint_participant_token(done); });
    return;
  }
  cafe_->mint_participant_token(std::move(done));
}

}  // namespace rebond
