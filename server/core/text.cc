// A text that several people write: pieces of runs, in order.
#include "core/text.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include "base/bytes.h"
#include "core/run_ranges.h"
#include "core/utf8.h"

namespace rebond {
namespace {

Error invalid(std::string field, std::string remedy) {
  return Error{ErrorKind::kInvalid, std::move(field), std::move(remedy)};
}

bool continues(const Text::Piece& left, const Text::Piece& right) {
  return left.run == right.run && left.to() == right.from && left.hidden == right.hidden &&
         left.folded == right.folded;
}

/// The characters [from, to) of the run, of which the piece is a stretch.
Text::Piece part_of(const Text::Piece& piece, std::uint32_t from, std::uint32_t to) {
  const std::size_t begin = byte_offset(piece.characters, from - piece.from);
  const std::string_view rest = std::string_view(piece.characters).substr(begin);
  const std::string_view characters = rest.substr(0, byte_offset(rest, to - from));
  return Text::Piece{piece.run,    from,         to - from,    std::string(characters),
                     piece.hidden, piece.folded, piece.author, piece.device,
                     piece.at_ms};
}

bool is_whole(const v1::Piece& piece) {
  if (piece.folded()) return piece.hidden() && piece.length() > 0 && piece.characters().empty();
  return piece.length() > 0 && code_points(piece.characters()) == piece.length();
}

void append_term(std::string& out, const Text::Piece& piece) {
  append_u64(out, piece.run);
  append_u32(out, piece.from);
  append_u32(out, piece.length);
  out += static_cast<char>((piece.hidden ? 1 : 0) | (piece.folded ? 2 : 0));
  append_u64(out, piece.author);
  append_u32(out, piece.device);
  append_u64(out, std::bit_cast<std::uint64_t>(piece.at_ms));
  append_u32(out, static_cast<std::uint32_t>(piece.characters.size()));
  out += piece.characters;
}

}  // namespace

Result<Text> Text::from_message(const v1::Text& message) {
  Text text;
  for (const v1::Piece& piece : message.pieces()) {
    if (!is_whole(piece)) {
      return Error{ErrorKind::kCorrupt, "text.pieces", "a piece is not as long as it says"};
    }
    text.pieces_.push_back({piece.run(), piece.from(), piece.length(), piece.characters(),
                            piece.hidden(), piece.folded(), piece.author(), piece.device(),
                            piece.at_ms()});
  }
  return text;
}

Result<void> Text::apply(const v1::TextEdit& edit) {
  switch (edit.edit_case()) {
    case v1::TextEdit::kInsert:
      return insert(edit.insert());
    case v1::TextEdit::kHide:
      return set_hidden(edit.hide(), true, "hide");
    case v1::TextEdit::kShow:
      return set_hidden(edit.show(), false, "show");
    case v1::TextEdit::kFold:
      fold();
      return {};
    case v1::TextEdit::EDIT_NOT_SET:
      break;
  }
  return invalid("edit", "send an edit that this version knows");
}

std::string Text::visible() const {
  std::string out;
  for (const Piece& piece : pieces_) {
    if (!piece.hidden) out += piece.characters;
  }
  return out;
}

std::uint32_t Text::visible_code_points() const {
  std::uint32_t count = 0;
  for (const Piece& piece : pieces_) count += piece.hidden ? 0 : piece.length;
  return count;
}

std::size_t Text::bytes() const {
  std::size_t count = 0;
  for (const Piece& piece : pieces_) count += piece.characters.size();
  return count;
}

std::size_t Text::runs() const {
  std::set<Id> runs;
  for (const Piece& piece : pieces_) runs.insert(piece.run);
  return runs.size();
}

bool Text::has_run(Id run) const {
  return std::any_of(pieces_.begin(), pieces_.end(),
                     [run](const Piece& piece) { return piece.run == run; });
}

Digest Text::digest(Id id) const {
  if (pieces_.empty()) return {};
  std::string bytes(1, '\x02');
  append_u64(bytes, id);
  for (const Piece& piece : pieces_) append_term(bytes, piece);
  return Digest::of(bytes);
}

v1::Text Text::to_message(Id id) const {
  v1::Text message;
  message.set_id(id);
  for (const Piece& piece : pieces_) {
    v1::Piece& out = *message.add_pieces();
    out.set_run(piece.run);
    out.set_from(piece.from);
    out.set_length(piece.length);
    out.set_characters(piece.characters);
    out.set_hidden(piece.hidden);
    out.set_folded(piece.folded);
    out.set_author(piece.author);
    out.set_device(piece.device);
    out.set_at_ms(piece.at_ms);
  }
  return message;
}

Result<void> Text::insert(const v1::Insert& insert) {
  if (insert.run() == 0 || has_run(insert.run())) {
    return invalid("insert.run", "give the new run an id that was never used");
  }
  if (insert.characters().empty() || !is_utf8(insert.characters())) {
    return invalid("insert.characters", "send some UTF-8 text");
  }
  std::size_t place = 0;
  if (insert.has_after()) {
    const v1::Position& after = insert.after();
    const std::size_t index = find(after.run(), after.offset());
    if (index == pieces_.size()) {
      return invalid("insert.after", "name a character of this text");
    }
    place = index + 1;
    const Piece& holder = pieces_[index];
    if (const std::uint32_t cut = after.offset() + 1; cut < holder.to()) {
      Piece right = part_of(holder, cut, holder.to());
      pieces_[index] = part_of(holder, holder.from, cut);
      pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(place), std::move(right));
    }
  }
  pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(place),
                 Piece{insert.run(), 0, code_points(insert.characters()), insert.characters(),
                       false, false, insert.author(), insert.device(), insert.at_ms()});
  return {};
}

Result<void> Text::set_hidden(const v1::Ranges& ranges, bool hidden, const char* field) {
  if (!holds(ranges)) return invalid(field, "name characters of this text, from before to");
  const RunRanges named(ranges);
  const bool folded = std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
    return piece.folded && named.any_in(piece.run, piece.from, piece.to());
  });
  if (!hidden && folded) {
    return invalid(field, "these words are in the history only: write them again");
  }
  std::vector<Piece> changed;
  for (const Piece& piece : pieces_) {
    named.parts(piece.run, piece.from, piece.to(),
                [&](std::uint32_t from, std::uint32_t to, bool inside) {
                  changed.push_back(part_of(piece, from, to));
                  if (inside) changed.back().hidden = hidden;
                });
  }
  pieces_ = std::move(changed);
  merge();
  return {};
}

bool Text::holds(const v1::Ranges& ranges) const {
  // Nothing is ever removed from the order, so a run is its characters from 0 to its length.
  std::map<Id, std::uint32_t> lengths;
  for (const Piece& piece : pieces_) lengths[piece.run] += piece.length;
  return std::all_of(ranges.ranges().begin(), ranges.ranges().end(), [&](const v1::Range& range) {
    const auto length = lengths.find(range.run());
    return length != lengths.end() && range.from() < range.to() && range.to() <= length->second;
  });
}

void Text::fold() {
  for (Piece& piece : pieces_) {
    if (!piece.hidden) continue;
    piece.folded = true;
    piece.characters.clear();
  }
  merge();
}

std::size_t Text::find(Id run, std::uint32_t offset) const {
  const auto found = std::find_if(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
    return piece.run == run && piece.from <= offset && offset < piece.to();
  });
  return static_cast<std::size_t>(found - pieces_.begin());
}

void Text::merge() {
  std::vector<Piece> merged;
  for (Piece& piece : pieces_) {
    if (!merged.empty() && continues(merged.back(), piece)) {
      merged.back().length += piece.length;
      merged.back().characters += piece.characters;
    } else {
      merged.push_back(std::move(piece));
    }
  }
  pieces_ = std::move(merged);
}

}  // namespace rebond
