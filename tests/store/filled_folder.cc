// A data folder that holds something everywhere: in tables, in the log, in the watermark.
#include "tests/store/filled_folder.h"

#include <algorithm>
#include <fstream>
#include <memory>

#include "base/check.h"
#include "store/rocks_journal.h"
#include "tests/store/cafe_thread.h"

namespace rebond {
namespace {

// Long and never twice the same: it fills several blocks, and no compression hides a bit.
std::string words(const CafeId& cafe, Seq seq) {
  std::string text = cafe + " says " + std::to_string(seq) + ":";
  std::uint32_t noise = seq * 2654435761U;
  for (int i = 0; i < 80; ++i) {
    noise = noise * 1664525U + 1013904223U;
    text += static_cast<char>(noise >> 24U);
  }
  return text;
}

Append append_of(const CafeId& cafe, Seq seq) {
  Append append;
  append.cafe = cafe;
  append.seq = seq;
  append.entry = share(words(cafe, seq));
  append.private_writes = {{v1::PRIVATE_KIND_OUTCOME, make_id(7, seq), "accepted"}};
  if (seq == 1) {
    append.header.emplace().set_id(cafe);
    append.header->set_epoch(77);
    append.header->set_join_code("CODE-" + cafe);
    append.private_writes.push_back({v1::PRIVATE_KIND_DEVICE, 7, "tablet"});
  }
  return append;
}

}  // namespace

FilledFolder::FilledFolder() {
  live(1, kEntries / 2);
  live(kEntries / 2 + 1, kEntries);
}

void FilledFolder::live(Seq from, Seq to) {
  CafeThread thread;
  auto journal = RocksJournal::open(path_, thread.post());
  CHECK(journal.has_value());
  std::size_t left = 0;
  for (Seq seq = from; seq <= to; ++seq) {
    for (const char* cafe : {"ARABICA", "MOKA", "ROBUSTA"}) {
      const Append append = append_of(cafe, seq);
      contents_.apply(append);
      ++left;
      (*journal)->append(append, [&left] { --left; });
      if (seq != kSnapshotAt) continue;
      const SavedSnapshot snapshot{cafe, seq, words(cafe, 100'000)};
      contents_.apply(snapshot);
      (*journal)->save_snapshot(cafe, seq, share(snapshot.bytes));
    }
    // One batch for each seq: the log gets records of its own for them.
    thread.run_until([&left] { return left == 0; });
  }
}

std::filesystem::path FilledFolder::copy() {
  const std::filesystem::path made = root_.path() / ("copy" + std::to_string(++copies_));
  std::filesystem::copy(path_, made, std::filesystem::copy_options::recursive);
  return made;
}

std::vector<std::filesystem::path> FilledFolder::files() const {
  std::vector<std::filesystem::path> files = {"journal.watermark"};
  for (const auto& file : std::filesystem::directory_iterator(path_ / "journal")) {
    const std::string name = file.path().filename().string();
    if (name != "LOCK" && !name.starts_with("LOG"))
      files.push_back(std::filesystem::path("journal") / name);
  }
  std::sort(files.begin(), files.end());
  return files;
}

Result<Contents> open_and_read(const std::filesystem::path& folder) {
  CafeThread thread;
  const auto journal = RocksJournal::open(folder, thread.post());
  if (!journal) return journal.error();
  return Contents::read(**journal);
}

void flip_bit(const std::filesystem::path& file, std::uintmax_t byte, unsigned bit) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  const auto at = static_cast<std::streamoff>(byte);
  const int old = stream.seekg(at).get();
  stream.seekp(at).put(static_cast<char>(static_cast<unsigned>(old) ^ (1U << bit)));
}

}  // namespace rebond
