// The cafés of this server.
#include "live/rooms.h"

#include "base/hash.h"
#include "core/founding.h"

namespace rebond {
namespace {

constexpr std::size_t kCafeIdLetters = 10;
// Of 20 letters: 30 bits, so that whoever is allowed 20 wrong codes a minute (HT8) needs lifetimes.
constexpr std::size_t kJoinCodeLetters = 7;

/// Makes tokens: the secret for the link, its hash for the store.
class TokenMint {
 public:
  TokenMint(Random& random, std::vector<PrivateWrite>& writes) : random_(random), writes_(writes) {}

  std::string mint(v1::Role role, Id table = 0, bool join = false) {
    std::string token = random_.bytes(kSecretBytes);
    v1::TokenRecord record;
    record.set_token_hash(hashed(token));
    record.set_role(role);
    record.set_table(table);
    record.set_join(join);
    writes_.push_back(put_private(v1::PRIVATE_KIND_TOKEN, ++last_, record));
    return token;
  }

 private:
  Random& random_;
  std::vector<PrivateWrite>& writes_;
  Id last_ = 0;
};

v1::CafeHeader new_header(const Environment& environment) {
  v1::CafeHeader header;
  header.set_id(environment.random.readable(kCafeIdLetters));
  header.set_epoch(environment.random.next_u64() | 1U);
  header.set_created_at_ms(environment.clock.wall_ms());
  header.set_join_code(environment.random.readable(kJoinCodeLetters));
  return header;
}

CafeLinks mint_links(const v1::CafeHeader& header, const Plan& plan, TokenMint mint) {
  CafeLinks links;
  links.cafe = header.id();
  links.epoch = header.epoch();
  links.facilitator = mint.mint(v1::ROLE_FACILITATOR);
  links.screen = mint.mint(v1::ROLE_SCREEN);
  for (std::uint32_t number = 1; number <= plan.tables.size(); ++number) {
    links.captains.push_back(mint.mint(v1::ROLE_CAPTAIN, table_id(number)));
  }
  links.participant = mint.mint(v1::ROLE_PARTICIPANT, 0, /*join=*/true);
  links.remote = mint.mint(v1::ROLE_REMOTE, 0, /*join=*/true);
  links.expert = mint.mint(v1::ROLE_EXPERT);
  return links;
}

SharedBytes first_entry(Changes changes, double now_ms) {
  v1::ServerFrame frame;
  v1::Entry& entry = *frame.add_entries();
  entry.set_seq(1);
  entry.set_at_ms(now_ms);
  entry.set_what(changes.what);
  for (v1::Change& change : changes.changes) entry.add_changes()->Swap(&change);
  return share(frame.SerializeAsString());
}

}  // namespace

Rooms::Rooms(Environment environment, MakeWakeup make_wakeup)
    : environment_(environment),
      make_wakeup_(std::move(make_wakeup)),
      retention_(environment.clock) {
  if (environment_.run_aside) return;
  environment_.run_aside = [](const auto& work, const auto& then) {
    work();
    then();
  };
}

Rooms::~Rooms() = default;

Result<void> Rooms::open_all() {
  Result<std::vector<v1::CafeHeader>> headers = environment_.journal.cafes();
  if (!headers) return headers.error();
  for (const v1::CafeHeader& header : *headers) {
    Result<StoredCafe> stored = environment_.journal.load(header.id());
    if (!stored) return stored.error();
    if (Result<void> opened = open(std::move(*stored)); !opened) return opened;
  }
  for (const auto& [id, open] : rooms_) {
    retention_.found_at_start(open.room->stats().last_entry_at_ms);
  }
  return {};
}

Result<void> Rooms::open(StoredCafe stored) {
  const CafeId id = stored.header.id();
  OpenRoom room;
  room.wakeup = make_wakeup_(id);
  Result<std::unique_ptr<Room>> opened = Room::open(environment_, *room.wakeup, std::move(stored));
  if (!opened) return opened.error();
  room.room = std::move(*opened);
  room.room->set_read_only(read_only_);
  room.room->watch([this, id] { return watch_retention(id); });
  rooms_.insert_or_assign(id, std::move(room));
  return {};
}

void Rooms::found(const Plan& plan, std::function<void(Result<CafeLinks>)> done) {
  const double now_ms = environment_.clock.wall_ms();
  Append append;
  append.header = new_header(environment_);
  append.cafe = append.header->id();
  append.seq = 1;
  Changes founding = decide_founding(plan, now_ms);
  append.private_writes = std::move(founding.private_writes);
  append.entry = first_entry(std::move(founding), now_ms);
  CafeLinks links =
      mint_links(*append.header, plan, TokenMint(environment_.random, append.private_writes));
  environment_.journal.append(std::move(append),
                              [this, links = std::move(links), done = std::move(done)] {
                                // From here on it is a café like one found at start: the same way
                                // in.
                                Result<StoredCafe> stored = environment_.journal.load(links.cafe);
                                if (!stored) return done(stored.error());
                                if (const Result<void> opened = open(std::move(*stored)); !opened) {
                                  return done(opened.error());
                                }
                                done(links);
                              });
}

Room* Rooms::find(std::string_view cafe) {
  const auto found = rooms_.find(cafe);
  return found == rooms_.end() ? nullptr : found->second.room.get();
}

Room* Rooms::find_by_join_code(std::string_view code) {
  for (auto& [id, open] : rooms_) {
    if (open.room->join_code() == code) return open.room.get();
  }
  return nullptr;
}

std::vector<Room*> Rooms::all() {
  std::vector<Room*> rooms;
  for (auto& [id, open] : rooms_) rooms.push_back(open.room.get());
  return rooms;
}

void Rooms::set_read_only(bool read_only) {
  read_only_ = read_only;
  for (auto& [id, open] : rooms_) open.room->set_read_only(read_only);
}

void Rooms::stop(v1::CloseCode code, const std::string& reason) {
  for (auto& [id, open] : rooms_) open.room->stop(code, reason);
}

}  // namespace rebond
