// A small café in memory for the tests of live: clock, journal and sockets stand still until told.
#include "tests/live/hall.h"

#include "base/check.h"
#include "core/founding.h"

namespace rebond::test {

Guest::Guest(Hall& hall, std::string token, std::string device_key)
    : hall_(hall), token_(std::move(token)), device_key_(std::move(device_key)) {}

void Guest::send(Message message) {
  CHECK(flight_.empty());  // one message at a time
  for (const ByteRange& part : message.parts()) flight_.append(part.bytes);
}

void Guest::close(v1::CloseCode code, const std::string&) {
  closed = code;
  told_closed_ = false;
}

void Guest::connect() {
  closed.reset();
  flight_.clear();
  snapshot_.clear();
  room_ = &hall_.room();
  connection_ = room_->connect(*this);
  connected_ = true;
}

void Guest::enter() {
  connect();
  hello(copy_epoch, copy.seq());
  hall_.settle();
}

void Guest::disconnect() {
  if (!connected_) return;
  connected_ = false;
  flight_.clear();
  room_->on_closed(connection_);
}

void Guest::hello(std::uint64_t epoch, Seq seq) {
  v1::ClientFrame frame;
  v1::Hello& hello = *frame.mutable_hello();
  hello.set_protocol_min(1);
  hello.set_protocol_max(1);
  hello.set_token(token_);
  hello.set_device_key(device_key_);
  hello.set_resume_epoch(epoch);
  hello.set_resume_seq(seq);
  send_frame(frame);
}

void Guest::send_frame(const v1::ClientFrame& frame) {
  send_bytes(frame.SerializeAsString());
}

void Guest::send_bytes(const std::string& bytes) {
  room_->on_frame(connection_, bytes);
}

CommandNumber Guest::command(v1::Command command, CommandNumber number) {
  if (number == 0) number = ++last_command_;
  if (command.base_seq() == 0) command.set_base_seq(copy.seq());
  v1::ClientFrame frame;
  v1::NumberedCommand& numbered = *frame.mutable_commands()->add_commands();
  numbered.set_number(number);
  numbered.set_command(command.SerializeAsString());
  send_frame(frame);
  return number;
}

CommandNumber Guest::add_card(const std::string& text, Id table) {
  v1::Command add;
  add.mutable_add_card()->set_card(new_id());
  add.mutable_add_card()->set_run(new_id());
  add.mutable_add_card()->set_table(table == 0 ? welcome.table() : table);
  add.mutable_add_card()->set_text(text);
  return command(add);
}

void Guest::arrive() {
  if (flight_.empty()) return;
  v1::ServerFrame frame;
  CHECK(frame.ParseFromString(flight_));
  ++messages;
  largest_message = std::max(largest_message, flight_.size());
  flight_.clear();
  receive(frame);
  if (connected_) room_->on_writable(connection_);
}

void Guest::receive(const v1::ServerFrame& frame) {
  for (const v1::Control& control : frame.control()) receive_control(control);
  for (const v1::Entry& entry : frame.entries()) {
    received.push_back(entry.seq());
    const Result<void> applied = copy.apply(entry);
    CHECK(applied.has_value());
  }
  for (const v1::Result& result : frame.results()) results.push_back(result);
  for (const v1::PresenceEntry& entry : frame.presence()) {
    presence[entry.connection()] = entry;
    if (!entry.present()) presence.erase(entry.connection());
  }
}

void Guest::receive_control(const v1::Control& control) {
  controls.push_back(control);
  if (control.has_welcome()) {
    welcome = control.welcome();
    copy_epoch = welcome.epoch();
    last_command_ = welcome.last_command();
  } else if (control.has_snapshot_begin()) {
    snapshot_.clear();
  } else if (control.has_snapshot_chunk()) {
    snapshot_ += control.snapshot_chunk().data();
  } else if (control.has_snapshot_end()) {
    copy = State::from_snapshot(snapshot_).value();
  }
}

const v1::Result* Guest::result(CommandNumber number) const {
  for (const v1::Result& result : results) {
    if (result.command() == number) return &result;
  }
  return nullptr;
}

Hall::Hall(Limits chosen, const Method* method)
    : limits(chosen), journal(std::make_unique<MemoryJournal>()), method_(method) {
  start();
  Plan plan;
  plan.theme = "Énergie";
  for (const char* name : {"Une", "Deux", "Trois"}) {
    plan.tables.push_back(PlannedTable{name, name, 0, false, {}});
  }
  rooms->found(plan, [this](Result<CafeLinks> founded) { links = founded.value(); });
  journal->commit();
}

Hall::~Hall() = default;

void Hall::start() {
  alarms_.clear();
  rooms = std::make_unique<Rooms>(Environment{*journal, clock, random, limits, addresses, method_},
                                  [this](const CafeId&) {
                                    auto alarm = std::make_unique<ManualWakeup>(clock);
                                    alarms_.push_back(alarm.get());
                                    return alarm;
                                  });
  const Result<void> opened = rooms->open_all();
  CHECK(opened.has_value());
}

Guest& Hall::with_token(const std::string& token) {
  guests.push_back(std::make_unique<Guest>(*this, token, random.bytes(kSecretBytes)));
  return *guests.back();
}

Guest& Hall::captain(std::uint32_t table) {
  return with_token(links.captains[table - 1]);
}
Guest& Hall::facilitator() {
  return with_token(links.facilitator);
}
Guest& Hall::screen() {
  return with_token(links.screen);
}
Guest& Hall::guest() {
  return with_token(links.participant);
}

void Hall::deliver() {
  bool quiet = false;
  while (!quiet) {
    quiet = true;
    for (ManualWakeup* alarm : alarms_) {
      if (!alarm->is_due()) continue;
      alarm->clear();
      if (Room* open = rooms->find(links.cafe)) open->tick();
      quiet = false;
    }
    for (const std::unique_ptr<Guest>& guest : guests) {
      if (guest->reads && guest->in_flight()) {
        guest->arrive();
        quiet = false;
      }
      if (guest->closed && !guest->told_closed_) {
        guest->told_closed_ = true;
        guest->disconnect();
        quiet = false;
      }
    }
  }
}

void Hall::settle() {
  deliver();
  while (journal->commit() > 0) deliver();
}

void Hall::pass(MonotonicMs ms) {
  clock.advance(ms);
  settle();
}

void Hall::crash(std::size_t written) {
  for (const std::unique_ptr<Guest>& guest : guests) {
    guest->connected_ = false;
    guest->flight_.clear();
  }
  std::unique_ptr<MemoryJournal> survivor = journal->crash(written);
  rooms.reset();
  journal = std::move(survivor);
  start();
}

}  // namespace rebond::test
