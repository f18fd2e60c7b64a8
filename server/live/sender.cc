// Puts together the next message of one client: shared ranges and a small private tail.
#include "live/sender.h"

#include "base/limits.h"

namespace rebond {
namespace {

// Two ranges, so that a tail and presence find room in the same message.
constexpr std::size_t kRangesMax = Message::kPartsMax - 2;

}  // namespace

bool Sender::has_something(const Session& session) const {
  if (session.tail.ByteSizeLong() != 0) return true;
  if (session.phase != Phase::kFollowing) return false;
  return session.prelude != nullptr || session.cursor < ring_.head() ||
         session.presence_seen != roster_.version();
}

bool Sender::next_message(Session& session, Message& message) {
  Message shared;
  const bool following = session.phase == Phase::kFollowing;
  if (following && session.prelude != nullptr) {
    add_prelude(session, shared);
  } else if (following) {
    if (!add_entries(session, shared)) return false;
    add_presence(session, shared);
  }
  // The tail leads, so that a Welcome comes before the snapshot that it announces.
  add_tail(session, message);
  for (const ByteRange& part : shared.parts()) message.add(part);
  return true;
}

void Sender::add_prelude(Session& session, Message& message) {
  message.add(session.prelude->frames[session.next_frame++]);
  if (session.next_frame < session.prelude->frames.size()) return;
  session.cursor = session.prelude->seq;
  session.prelude = nullptr;
}

bool Sender::add_entries(Session& session, Message& message) {
  if (session.cursor == ring_.head()) return true;
  if (ring_.covers(session.cursor)) {
    session.from_journal = false;
    session.cursor = ring_.collect(session.cursor, kMessageAimBytes, kRangesMax, message);
    return true;
  }
  return session.from_journal && add_from_journal(session, message);
}

bool Sender::add_from_journal(Session& session, Message& message) {
  std::string frame;
  Seq last = session.cursor;
  const Result<void> read =
      environment_.journal.read(cafe_, session.cursor, [&](Seq seq, std::string_view entry) {
        if (seq > ring_.head()) return false;
        if (!frame.empty() && frame.size() + entry.size() > kMessageAimBytes) return false;
        frame.append(entry);
        last = seq;
        return true;
      });
  if (!read || last == session.cursor) return false;
  session.cursor = last;
  message.add(share(std::move(frame)));
  return true;
}

void Sender::add_tail(Session& session, Message& message) {
  if (session.tail.ByteSizeLong() == 0) return;
  message.add(share(session.tail.SerializeAsString()));
  session.tail.Clear();
}

void Sender::add_presence(Session& session, Message& message) {
  if (session.presence_seen == roster_.version()) return;
  const bool next = session.presence_seen && *session.presence_seen + 1 == roster_.version();
  const SharedBytes& presence = next ? delta_ : roster_.whole();
  session.presence_seen = roster_.version();
  if (!presence->empty()) message.add(presence);
}

}  // namespace rebond
