// Reads all that is durable of one café at once.
#include "live/read_history.h"

#include <utility>

namespace rebond {

Result<History> read_history(const Journal& journal, const CafeId& cafe) {
  Result<StoredCafe> stored = journal.load(cafe);
  if (!stored) return stored.error();
  History history;
  history.header = std::move(stored->header);
  history.private_records = std::move(stored->private_records);
  const Result<void> read = journal.read(cafe, 0, [&](Seq, std::string_view entry) {
    history.entries.push_back(share(std::string(entry)));
    return true;
  });
  if (!read) return read.error();
  return history;
}

}  // namespace rebond
