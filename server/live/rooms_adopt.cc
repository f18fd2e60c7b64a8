// How a café that was saved elsewhere moves in.
#include "core/next_life.h"
#include "live/rooms.h"

namespace rebond {

void Rooms::adopt(WholeCafe cafe, std::function<void(Result<v1::CafeHeader>)> done) {
  const CafeId id = cafe.header.id();
  // The journal also knows cafés that are out of service while their history is rewritten.
  const Result<StoredCafe> here = environment_.journal.load(id);
  if (here || here.error().kind != ErrorKind::kNotFound || arriving_.contains(id)) {
    return done(Error{ErrorKind::kBusy, "file",
                      "café " + id + " is on this server already; remove it first, or load the " +
                          "file on another server"});
  }
  if (find_by_join_code(cafe.header.join_code()) != nullptr) {
    return done(Error{ErrorKind::kBusy, "file",
                      "another café on this server has the same short code; load the file on " +
                          std::string("another server")});
  }
  Result<v1::CafeHeader> header =
      next_life(std::move(cafe.header), cafe.private_records, environment_.random.next_u64() | 1U);
  if (!header) return done(header.error());
  cafe.header = *header;
  arriving_.insert(id);
  environment_.journal.replace(std::move(cafe), [this, header = *header, done = std::move(done)] {
    arriving_.erase(header.id());
    Result<StoredCafe> stored = environment_.journal.load(header.id());
    if (!stored) return done(stored.error());
    if (const Result<void> opened = open(*std::move(stored)); !opened) return done(opened.error());
    done(header);
  });
}

}  // namespace rebond
