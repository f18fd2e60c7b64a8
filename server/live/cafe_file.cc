// A whole café as the bytes of one file (proto/rebond/v1/cafe_file.proto).
#include "live/cafe_file.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "core/state.h"
#include "rebond/v1/cafe_file.pb.h"
#include "rebond/v1/frame.pb.h"

namespace rebond {
namespace {

constexpr std::string_view kMagic = "rebond cafe file";
constexpr std::uint32_t kFormat = 1;
// How every file of any format begins: field 1, its length, the magic.
constexpr std::string_view kBeginning = "\x0a\x10rebond cafe file";
// Field 15, its length; the 32 bytes follow and end the file.
constexpr std::string_view kSealTag = "\x7a\x20";
constexpr std::size_t kSealBytes = 34;
constexpr std::size_t kIdLettersMax = 64;

Error damaged_file(const std::string& what) {
  return {ErrorKind::kCorrupt, "file",
          "this café file is damaged (" + what + "); save the café again and load that file"};
}

Result<void> apply_element(State& state, std::string_view bytes) {
  v1::ServerFrame frame;
  if (!frame.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) ||
      frame.entries_size() != 1) {
    return damaged_file("entry " + std::to_string(state.seq() + 1) + " cannot be read");
  }
  const Result<void> applied = state.apply(frame.entries(0));
  if (applied) return {};
  return damaged_file("entry " + std::to_string(state.seq() + 1) +
                      " does not fit: " + applied.error().message);
}

Result<v1::CafeFile> parse(std::string_view bytes) {
  if (!bytes.starts_with(kBeginning)) {
    return Error{ErrorKind::kInvalid, "file",
                 "this is no café file; give a file that rebond cafe save wrote"};
  }
  if (bytes.size() < kBeginning.size() + kSealBytes) return damaged_file("its end is missing");
  const std::string_view content = bytes.substr(0, bytes.size() - kSealBytes);
  const std::string_view seal = bytes.substr(content.size());
  if (!seal.starts_with(kSealTag) || seal.substr(kSealTag.size()) != hashed(content)) {
    return damaged_file("its checksum is wrong");
  }
  v1::CafeFile file;
  if (!file.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return damaged_file("it cannot be read");
  }
  if (file.format() != kFormat) {
    return Error{ErrorKind::kInvalid, "file",
                 "this café file was written by a newer Rebond; load it with that version"};
  }
  return file;
}

bool is_cafe_id(const std::string& id) {
  const auto is_plain = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  };
  return !id.empty() && id.size() <= kIdLettersMax && std::all_of(id.begin(), id.end(), is_plain);
}

}  // namespace

Result<std::string> write_cafe_file(const WholeCafe& cafe) {
  v1::CafeFile file;
  file.set_magic(std::string(kMagic));
  file.set_format(kFormat);
  *file.mutable_header() = cafe.header;
  State state;
  for (const SharedBytes& entry : cafe.entries) {
    if (Result<void> applied = apply_element(state, *entry); !applied) return applied.error();
    file.add_entries(*entry);
  }
  for (const PrivateWrite& write : cafe.private_records) {
    v1::PrivateRecord& record = *file.add_private_records();
    record.set_kind(write.kind);
    record.set_id(write.id);
    record.set_record(write.record.value_or(""));
  }
  file.set_digest(state.digest().bytes());
  // Fields are written in the order of their numbers, so what is added comes last.
  std::string bytes = file.SerializeAsString();
  const std::string hash = hashed(bytes);
  bytes.append(kSealTag).append(hash);
  return bytes;
}

Result<WholeCafe> read_cafe_file(std::string_view bytes) {
  Result<v1::CafeFile> file = parse(bytes);
  if (!file) return file.error();
  if (!is_cafe_id(file->header().id())) return damaged_file("its café has no name");
  WholeCafe cafe;
  State state;
  for (std::string& entry : *file->mutable_entries()) {
    if (Result<void> applied = apply_element(state, entry); !applied) return applied.error();
    cafe.entries.push_back(share(std::move(entry)));
  }
  if (state.find<v1::Cafe>(1) == nullptr) return damaged_file("the café has no first entry");
  if (state.digest().bytes() != file->digest()) return damaged_file("its digest is wrong");
  for (v1::PrivateRecord& record : *file->mutable_private_records()) {
    cafe.private_records.push_back(
        {record.kind(), record.id(), std::move(*record.mutable_record())});
  }
  cafe.header = std::move(*file->mutable_header());
  cafe.snapshot_seq = state.seq();
  cafe.snapshot = share(state.to_snapshot());
  return cafe;
}

}  // namespace rebond
