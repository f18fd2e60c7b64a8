// A text as anybody would write it: a list of characters. The measure for the real one.
#include "tests/core/text_model.h"

namespace rebond::test {

std::vector<std::string> code_points_of(const std::string& text) {
  std::vector<std::string> out;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) out.emplace_back();
    out.back() += byte;
  }
  return out;
}

void TextModel::apply(const v1::TextEdit& edit) {
  if (edit.has_insert()) {
    const v1::Insert& insert = edit.insert();
    auto place = characters_.begin();
    while (insert.has_after() &&
           (place->run != insert.after().run() || place->offset != insert.after().offset())) {
      ++place;
    }
    if (insert.has_after()) ++place;
    std::vector<Character> added;
    for (const std::string& bytes : code_points_of(insert.characters())) {
      added.push_back({insert.run(), static_cast<std::uint32_t>(added.size()), bytes});
    }
    characters_.insert(place, added.begin(), added.end());
  }
  for (const v1::Ranges* ranges : {&edit.hide(), &edit.show()}) {
    for (const v1::Range& range : ranges->ranges()) {
      for (Character& c : characters_) {
        const bool inside =
            c.run == range.run() && range.from() <= c.offset && c.offset < range.to();
        if (inside) c.hidden = edit.has_hide();
      }
    }
  }
  for (Character& c : characters_) {
    if (!edit.has_fold() || !c.hidden) continue;
    c.folded = true;
    c.bytes.clear();
  }
}

std::string TextModel::visible() const {
  std::string out;
  for (const Character& c : characters_) out += c.hidden ? "" : c.bytes;
  return out;
}

v1::Text TextModel::pieces() const {
  v1::Text text;
  const Character* last = nullptr;
  for (const Character& c : characters_) {
    const bool goes_on = last != nullptr && last->run == c.run && last->offset + 1 == c.offset &&
                         last->hidden == c.hidden && last->folded == c.folded;
    v1::Piece& piece = goes_on ? *text.mutable_pieces(text.pieces_size() - 1) : *text.add_pieces();
    if (!goes_on) {
      piece.set_run(c.run);
      piece.set_from(c.offset);
      piece.set_hidden(c.hidden);
      piece.set_folded(c.folded);
    }
    piece.set_length(piece.length() + 1);
    piece.set_characters(piece.characters() + c.bytes);
    last = &c;
  }
  return text;
}

}  // namespace rebond::test
