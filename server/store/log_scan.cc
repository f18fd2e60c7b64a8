// Tells a log that a stop of the machine has torn from one that is damaged.
#include "store/log_scan.h"

#include <algorithm>

#include "store/checked_value.h"

namespace rebond {
namespace {

// The format: blocks of 32 KiB; in each, pieces of checksum (4 bytes), length (2), type (1) and
// payload; numbers are little-endian; less than a header at the end of a block is not used.
constexpr std::size_t kPieceHeaderBytes = 7;
constexpr std::size_t kTypeAt = 6;
// A record begins with its sequence number (8 bytes) and the number of its changes (4).
constexpr std::size_t kRecordHeadBytes = 12;

enum class PieceType : std::uint8_t { kFull = 1, kFirst = 2, kMiddle = 3, kLast = 4 };

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) {
    value = (value << 8U) | static_cast<std::uint8_t>(bytes[i - 1]);
  }
  return value;
}

// RocksDB stores checksums so that a checksum of bytes that hold checksums is not trivial.
std::uint32_t masked(std::uint32_t checksum) {
  constexpr std::uint32_t kMask = 0xA282EAD8U;
  return ((checksum >> 15U) | (checksum << 17U)) + kMask;
}

}  // namespace

struct LogScanner::Piece {
  PieceType type = PieceType::kFull;
  std::string_view payload;

  bool begins() const { return type == PieceType::kFull || type == PieceType::kFirst; }
  bool ends() const { return type == PieceType::kFull || type == PieceType::kLast; }
  std::size_t size() const { return kPieceHeaderBytes + payload.size(); }
};

std::optional<LogScanner::Piece> LogScanner::read_piece(std::string_view rest) {
  if (rest.size() < kPieceHeaderBytes) return std::nullopt;
  const auto type = static_cast<std::uint8_t>(rest[kTypeAt]);
  if (type < static_cast<std::uint8_t>(PieceType::kFull) ||
      type > static_cast<std::uint8_t>(PieceType::kLast)) {
    return std::nullopt;
  }
  const std::size_t length = little_endian(rest.substr(4, 2));
  if (length > rest.size() - kPieceHeaderBytes) return std::nullopt;
  const auto checksum = static_cast<std::uint32_t>(little_endian(rest.substr(0, 4)));
  if (checksum != masked(crc32c(rest.substr(kTypeAt, 1 + length)))) return std::nullopt;
  return Piece{static_cast<PieceType>(type), rest.substr(kPieceHeaderBytes, length)};
}

void LogScanner::block(std::string_view bytes) {
  const std::size_t sound = damaged_ ? 0 : read_sound(bytes);
  if (damaged_) search(bytes, sound);
  offset_ += bytes.size();
}

std::size_t LogScanner::read_sound(std::string_view bytes) {
  std::size_t at = 0;
  while (bytes.size() - at >= kPieceHeaderBytes) {
    const auto piece = read_piece(bytes.substr(at));
    if (!piece || !take(*piece, offset_ + at)) {
      damaged_ = true;
      return at;
    }
    at += piece->size();
  }
  // The unused end of a block; at the end of the file, a torn header.
  if (bytes.size() < kBlockBytes && at < bytes.size()) damaged_ = true;
  return at;
}

// False: the piece does not follow what was read before it.
bool LogScanner::take(const Piece& piece, std::uint64_t offset) {
  if (piece.begins() == inside_record_) return false;
  if (piece.begins()) head_.clear();
  head_ += piece.payload.substr(0, kRecordHeadBytes - std::min(kRecordHeadBytes, head_.size()));
  inside_record_ = !piece.ends();
  if (inside_record_) return true;

  ++scan_.records;
  scan_.sound_bytes = offset + piece.size();
  if (head_.size() < kRecordHeadBytes) return true;
  const std::string_view head = head_;
  const std::uint64_t sequence = little_endian(head.substr(0, 8));
  if (scan_.first_sequence == 0) scan_.first_sequence = sequence;
  scan_.next_sequence = sequence + little_endian(head.substr(8, 4));
  return true;
}

// Whole middle and last pieces are passed over: the disk may keep the later blocks of the one
// write that was not synced and lose an earlier one. Their first piece is then lost or damaged; a
// first piece is the start of another write.
void LogScanner::search(std::string_view bytes, std::size_t from) {
  scan_.torn_bytes += bytes.size() - from -
                      static_cast<std::uint64_t>(std::count(
                          bytes.begin() + static_cast<std::ptrdiff_t>(from), bytes.end(), '\0'));
  std::size_t at = from;
  while (!scan_.record_after_damage && at < bytes.size()) {
    const auto piece = read_piece(bytes.substr(at));
    if (piece && begins_later_record(*piece)) scan_.record_after_damage = offset_ + at;
    at += piece ? piece->size() : 1;
  }
}

// What is older than the damage is no part of this history: blocks of the disk that were used
// before.
bool LogScanner::begins_later_record(const Piece& piece) const {
  if (!piece.begins()) return false;
  if (piece.payload.size() < kRecordHeadBytes) return true;
  return little_endian(piece.payload.substr(0, 8)) >= scan_.next_sequence;
}

}  // namespace rebond
