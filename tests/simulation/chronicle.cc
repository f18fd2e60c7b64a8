// What befell a simulated evening: counted, and told line by line to whoever wants to read it.
#include "tests/simulation/chronicle.h"

#include <cstdio>

namespace rebond::sim {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Event::kCount)> kNames{
    "links cut",
    "half-open links to the server",
    "half-open links to a client",
    "stalled readers",
    "links clogged",
    "links released",
    "closed as too slow",
    "disk stalls",
    "failed appends",
    "read-only spells",
    "snapshots on the disk",
    "crashes",
    "crashes with part of the writes on the disk",
    "crashes while opening",
    "recoveries from a snapshot",
    "clock jumps back",
    "clock jumps forward",
    "clock jumps over a restart",
    "slow work done aside",
    "guests joined",
    "reloads that keep the outbox",
    "reloads that lose the outbox",
    "devices replaced by new ones",
    "takeovers by a second tab",
    "links lent",
    "links taken back",
    "devices shown out",
    "settled commands sent again",
    "commands sent by two lives of a device",
    "outcomes forgotten",
    "refused as read-only",
    "refused as too fast",
    "floods",
    "hostile messages",
    "hostile connections closed",
    "resumes from entries",
    "snapshots on the wire",
    "ring overflows",
    "texts folded",
    "salvaged texts",
    "checkpoints",
    "digests compared",
    "characters looked up",
};

}  // namespace

std::string_view name_of(Event event) {
  return kNames[static_cast<std::size_t>(event)];
}

void Chronicle::happened(Event event, MonotonicMs now, const std::string& detail) {
  counted(event);
  if (!told_) return;
  const std::string name(name_of(event));
  std::printf("%10.3f s  %s%s%s\n", static_cast<double>(now) / 1'000, name.c_str(),
              detail.empty() ? "" : ": ", detail.c_str());
}

void Chronicle::add(const Chronicle& other) {
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
}

std::vector<std::string_view> Chronicle::missing() const {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] == 0) names.push_back(kNames[i]);
  }
  return names;
}

std::string Chronicle::as_json() const {
  std::string json;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    json += json.empty() ? "{" : ", ";
    json.append("\"").append(kNames[i]).append("\": ").append(std::to_string(counts_[i]));
  }
  return json + "}";
}

}  // namespace rebond::sim
