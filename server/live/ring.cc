// The newest entries of a café, ready to be sent.
#include "live/ring.h"

#include "base/check.h"

namespace rebond {
namespace {

bool adjacent(const ByteRange& left, const ByteRange& right) {
  return left.owner == right.owner && left.bytes.data() + left.bytes.size() == right.bytes.data();
}

}  // namespace

Ring::Ring(Seq head, std::size_t bytes_max, std::size_t entries_max)
    : first_(head), bytes_max_(bytes_max), entries_max_(entries_max) {}

void Ring::push(ByteRange entry) {
  bytes_ += entry.bytes.size();
  entries_.push_back(std::move(entry));
  // The newest entry stays whatever its size: somebody is about to be sent it.
  while (entries_.size() > 1 && (bytes_ > bytes_max_ || entries_.size() > entries_max_)) {
    bytes_ -= entries_.front().bytes.size();
    entries_.pop_front();
    ++first_;
  }
}

Seq Ring::collect(Seq cursor, std::size_t bytes_max, std::size_t ranges_max,
                  Message& message) const {
  CHECK(covers(cursor));
  std::size_t index = cursor - first_;
  std::size_t bytes = 0;
  std::size_t ranges = 0;
  while (index < entries_.size() && ranges < ranges_max) {
    ByteRange run = entries_[index];
    if (bytes != 0 && bytes + run.bytes.size() > bytes_max) break;
    bytes += run.bytes.size();
    ++index;
    while (index < entries_.size() && adjacent(run, entries_[index]) &&
           bytes + entries_[index].bytes.size() <= bytes_max) {
      const std::size_t more = entries_[index].bytes.size();
      run.bytes = std::string_view(run.bytes.data(), run.bytes.size() + more);
      bytes += more;
      ++index;
    }
    message.add(std::move(run));
    ++ranges;
  }
  return first_ + static_cast<Seq>(index);
}

}  // namespace rebond
