// What a journal holds, as a simple model and as it is read back.
#include "tests/store/contents.h"

namespace rebond {
namespace {

void keep_private(CafeContents& cafe, const std::vector<PrivateWrite>& writes) {
  for (const PrivateWrite& write : writes) {
    if (write.record) {
      cafe.private_records[{write.kind, write.id}] = *write.record;
    } else {
      cafe.private_records.erase({write.kind, write.id});
    }
  }
}

class Applier {
 public:
  explicit Applier(Contents& contents) : cafes_(contents.cafes) {}

  void operator()(const Append& append) {
    CafeContents& cafe = cafes_[append.cafe];
    if (append.header) cafe.header = append.header->SerializeAsString();
    if (append.seq != 0) cafe.entries[append.seq] = *append.entry;
    keep_private(cafe, append.private_writes);
  }
  void operator()(const SavedSnapshot& saved) {
    cafes_[saved.cafe].snapshot_seq = saved.seq;
    cafes_[saved.cafe].snapshot = saved.bytes;
  }
  void operator()(const WholeCafe& whole) {
    CafeContents& cafe = cafes_[whole.header.id()] = {};
    cafe.header = whole.header.SerializeAsString();
    Seq seq = 0;
    for (const SharedBytes& entry : whole.entries) cafe.entries[++seq] = *entry;
    keep_private(cafe, whole.private_records);
  }
  void operator()(const Removed& removed) { cafes_.erase(removed.cafe); }

 private:
  std::map<CafeId, CafeContents>& cafes_;
};

Result<CafeContents> read_cafe(const Journal& journal, const CafeId& id) {
  auto stored = journal.load(id);
  if (!stored) return stored.error();
  CafeContents cafe;
  cafe.header = stored->header.SerializeAsString();
  cafe.snapshot_seq = stored->snapshot_seq;
  cafe.snapshot = stored->snapshot;
  keep_private(cafe, stored->private_records);
  const auto read = journal.read(id, 0, [&cafe](Seq seq, std::string_view entry) {
    cafe.entries[seq] = entry;
    return true;
  });
  if (!read) return read.error();
  return cafe;
}

std::string counts(const CafeContents& cafe) {
  return std::to_string(cafe.entries.size()) + " entries, " +
         std::to_string(cafe.private_records.size()) + " private records, snapshot at " +
         std::to_string(cafe.snapshot_seq);
}

}  // namespace

void Contents::apply(const Request& request) {
  std::visit(Applier(*this), request);
}

Result<Contents> Contents::read(const Journal& journal) {
  const auto headers = journal.cafes();
  if (!headers) return headers.error();
  Contents contents;
  for (const v1::CafeHeader& header : *headers) {
    auto cafe = read_cafe(journal, header.id());
    if (!cafe) return cafe.error();
    contents.cafes[header.id()] = std::move(*cafe);
  }
  return contents;
}

std::string Contents::difference(const Contents& other) const {
  for (const auto& [id, cafe] : cafes) {
    const auto found = other.cafes.find(id);
    if (found == other.cafes.end()) return "café " + id + " is there and should not";
    if (found->second == cafe) continue;
    return "café " + id + ": " + counts(cafe) + " instead of " + counts(found->second);
  }
  for (const auto& [id, cafe] : other.cafes) {
    if (!cafes.contains(id)) return "café " + id + " is missing";
  }
  return "";
}

}  // namespace rebond
