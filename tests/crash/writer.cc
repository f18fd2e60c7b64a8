// A client on a real socket that writes as fast as it is acknowledged, over all deaths.
#include "tests/crash/writer.h"

#include "core/founding.h"

namespace rebond::crash {
namespace {

constexpr std::size_t kOnTheWay = 20;

SessionOptions options_of(const CafeLink& link) {
  SessionOptions options;
  options.token = link.token;
  return options;
}

}  // namespace

Writer::Writer(int number, const Surroundings& around, const CafeLink& link, Ledger& ledger)
    : number_(number),
      random_(around.random),
      ledger_(ledger),
      client_(around, {link.server, link.live_path(), {}}, options_of(link), *this) {}

void Writer::write_ahead() {
  ClientSession& session = client_.session();
  while (writes_ && session.can_write() && session.waiting() < kOnTheWay) {
    v1::Command command = next();
    std::string words = command.add_card().text();
    if (command.has_edit_text()) {
      words = command.edit_text().edits(0).insert().characters();
    }
    const Result<CommandNumber> number = session.send(std::move(command));
    if (!number) return ledger_.finding(number.error().message);
    ledger_.invoked(session.welcome().device(), *number, std::move(words));
  }
}

v1::Command Writer::next() {
  ClientSession& session = client_.session();
  const std::string words = "idée " + std::to_string(number_) + "." + std::to_string(++written_);
  v1::Command command;
  const std::uint64_t dice = random_.below(10);
  if (dice == 0) {
    // Nobody but the facilitator may: a rejection must outlive the server as well.
    command.mutable_end_round();
  } else if (dice < 6 && card_ != 0 && written_ % 40 != 0) {
    v1::EditText& edit = *command.mutable_edit_text();
    edit.set_text(card_);
    v1::Insert& insert = *edit.add_edits()->mutable_insert();
    insert.set_run(session.new_id());
    insert.set_characters(words);
  } else {
    v1::AddCard& add = *command.mutable_add_card();
    card_ = session.new_id();
    add.set_card(card_);
    add.set_run(session.new_id());
    const Id own = session.welcome().table();
    add.set_table(own != 0 ? own : table_id(1));
    add.set_text(words);
  }
  return command;
}

void Writer::on_welcome(const v1::Welcome& welcome) {
  if (welcome.device() != 0) ledger_.numbered(number_, welcome.device());
}

void Writer::on_entry(const v1::Entry& entry) {
  ledger_.saw(number_, entry);
  note_copy();
}

void Writer::note_copy() {
  const State& state = session().state();
  ledger_.holds(number_, state.seq(), state.digest().bytes());
}

void Writer::on_outcome(const Outcome& outcome) {
  ledger_.told(session().welcome().device(), outcome);
  write_ahead();
}

void Writer::on_trouble(const Error& trouble) {
  ledger_.finding("client " + std::to_string(number_) + ": " + trouble.message);
}

void Writer::on_ended(const Ending& ending) {
  if (ending.kind == Ending::Kind::kStopped) return;
  ledger_.finding("client " + std::to_string(number_) + " ended: " + ending.message);
}

}  // namespace rebond::crash
