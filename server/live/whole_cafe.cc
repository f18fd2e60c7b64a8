// Reads one café out of the journal, a stretch at a time, so that nobody waits.
#include "live/whole_cafe.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "rebond/v1/private.pb.h"

namespace rebond {
namespace {

// About a millisecond of reading.
constexpr std::size_t kStretchBytes = 256 * 1024;

/// The first command of each device that was accepted after entry `until`.
std::map<DeviceNumber, CommandNumber> decided_later(const std::vector<PrivateWrite>& records,
                                                    Seq until) {
  std::map<DeviceNumber, CommandNumber> first;
  for (const PrivateWrite& write : records) {
    v1::OutcomeRecord outcome;
    if (write.kind != v1::PRIVATE_KIND_OUTCOME || !write.record ||
        !outcome.ParseFromString(*write.record) || outcome.result().accepted().seq() <= until) {
      continue;
    }
    const CommandNumber number = counter_of(write.id);
    CommandNumber& known = first.try_emplace(device_of(write.id), number).first->second;
    known = std::min(known, number);
  }
  return first;
}

}  // namespace

WholeCafeReader::WholeCafeReader(const Journal& journal, CafeId cafe, Epoch epoch, Seq until,
                                 std::size_t bytes_max)
    : journal_(journal),
      cafe_(std::move(cafe)),
      epoch_(epoch),
      until_(until),
      bytes_max_(bytes_max) {}

Result<bool> WholeCafeReader::read_on() {
  const std::size_t stretch_ends = bytes_ + kStretchBytes;
  const Result<void> read = journal_.read(
      cafe_, static_cast<Seq>(whole_.entries.size()), [&](Seq seq, std::string_view entry) {
        if (seq > until_) return false;
        whole_.entries.push_back(share(std::string(entry)));
        bytes_ += entry.size();
        return seq < until_ && bytes_ < stretch_ends && bytes_ <= bytes_max_;
      });
  if (!read) return read.error();
  if (bytes_ > bytes_max_) {
    return Error{ErrorKind::kInvalid, "cafe_file_bytes",
                 "this café is larger than " + std::to_string(bytes_max_) +
                     " bytes; start the server with --limit cafe_file_bytes=N, or make a backup"};
  }
  if (whole_.entries.size() < until_) return false;
  return read_private();
}

Result<bool> WholeCafeReader::read_private() {
  Result<StoredCafe> stored = journal_.load(cafe_);
  if (!stored) return stored.error();
  if (stored->header.epoch() != epoch_) {
    return Error{ErrorKind::kBusy, "",
                 "the café's history was rewritten meanwhile; save the café again"};
  }
  whole_.header = std::move(stored->header);
  const auto later = decided_later(stored->private_records, until_);
  for (PrivateWrite& write : stored->private_records) {
    const auto cut =
        write.kind == v1::PRIVATE_KIND_OUTCOME ? later.find(device_of(write.id)) : later.end();
    if (cut != later.end() && counter_of(write.id) >= cut->second) continue;
    whole_.private_records.push_back(std::move(write));
  }
  return true;
}

}  // namespace rebond
