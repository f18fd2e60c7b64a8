// A café written a second time, as simply as can be, to check the first one by.
#include "tests/simulation/model.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <openssl/sha.h>

namespace rebond::sim {
namespace {

void big_endian(std::string& out, std::uint64_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

__extension__ using Number = unsigned __int128;

Number term(const std::string& bytes) {
  unsigned char hash[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash);
  Number number = 0;
  for (int i = 0; i < 16; ++i) number = (number << 8) | hash[i];
  return number;
}

}  // namespace

std::vector<std::string> characters_of(const std::string& text) {
  std::vector<std::string> characters;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) characters.emplace_back();
    characters.back() += byte;
  }
  return characters;
}

bool Model::apply(const v1::Entry& entry) {
  if (entry.seq() != seq_ + 1 || entry.at_ms() < at_ms_) return false;
  seq_ = entry.seq();
  at_ms_ = entry.at_ms();
  for (const v1::Change& change : entry.changes()) {
    if (change.has_put()) {
      records_[{change.put().kind(), change.put().id()}] = change.put().record();
    } else if (change.has_remove()) {
      records_.erase({change.remove().kind(), change.remove().id()});
    } else {
      const v1::TextEdit& edit = change.text();
      Characters& text = texts_[edit.text()];
      if (edit.has_insert() && !insert(text, edit.insert())) return false;
      if (edit.has_hide() && !set_hidden(text, edit.hide(), true)) return false;
      if (edit.has_show() && !set_hidden(text, edit.show(), false)) return false;
      if (edit.has_fold()) fold(text);
    }
  }
  return true;
}

Model::Characters Model::run(std::uint64_t text, std::uint64_t run) const {
  Characters found;
  const auto known = texts_.find(text);
  if (known == texts_.end()) return found;
  std::copy_if(known->second.begin(), known->second.end(), std::back_inserter(found),
               [run](const Character& character) { return character.run == run; });
  std::sort(found.begin(), found.end(), [](const Character& left, const Character& right) {
    return left.offset < right.offset;
  });
  return found;
}

bool Model::insert(Characters& text, const v1::Insert& insert) {
  auto place = text.begin();
  if (insert.has_after()) {
    while (place != text.end() &&
           (place->run != insert.after().run() || place->offset != insert.after().offset())) {
      ++place;
    }
    if (place == text.end()) return false;
    ++place;
  }
  Characters added;
  for (const std::string& bytes : characters_of(insert.characters())) {
    added.push_back({insert.run(), static_cast<std::uint32_t>(added.size()), bytes, false, false,
                     insert.author(), insert.device(), insert.at_ms()});
  }
  text.insert(place, added.begin(), added.end());
  return true;
}

bool Model::set_hidden(Characters& text, const v1::Ranges& ranges, bool hidden) {
  std::uint32_t found = 0;
  std::uint32_t named = 0;
  for (const v1::Range& range : ranges.ranges()) {
    named += range.to() - range.from();
    for (Character& character : text) {
      if (character.run != range.run() || character.offset < range.from() ||
          character.offset >= range.to()) {
        continue;
      }
      character.hidden = hidden;
      ++found;
    }
  }
  return found == named;
}

void Model::fold(Characters& text) {
  for (Character& character : text) {
    if (!character.hidden) continue;
    character.folded = true;
    character.bytes.clear();
  }
}

std::string Model::encode(std::uint64_t id, const Characters& text) {
  std::string out(1, '\x02');
  big_endian(out, id, 8);
  for (std::size_t from = 0; from < text.size();) {
    const Character& first = text[from];
    std::size_t to = from;
    std::string bytes;
    while (to < text.size() && text[to].run == first.run &&
           text[to].offset == first.offset + (to - from) && text[to].hidden == first.hidden &&
           text[to].folded == first.folded) {
      bytes += text[to++].bytes;
    }
    std::uint64_t at = 0;
    std::memcpy(&at, &first.at_ms, sizeof(at));
    big_endian(out, first.run, 8);
    big_endian(out, first.offset, 4);
    big_endian(out, to - from, 4);
    big_endian(out, (first.hidden ? 1U : 0U) + (first.folded ? 2U : 0U), 1);
    big_endian(out, first.author, 8);
    big_endian(out, first.device, 4);
    big_endian(out, at, 8);
    big_endian(out, bytes.size(), 4);
    out += bytes;
    from = to;
  }
  return out;
}

std::string Model::digest() const {
  Number sum = 0;
  for (const auto& [key, record] : records_) {
    std::string bytes(1, '\x01');
    big_endian(bytes, static_cast<std::uint64_t>(key.first), 4);
    big_endian(bytes, key.second, 8);
    sum += term(bytes + record);
  }
  for (const auto& [id, text] : texts_) {
    if (!text.empty()) sum += term(encode(id, text));
  }
  std::string out;
  big_endian(out, static_cast<std::uint64_t>(sum >> 64), 8);
  big_endian(out, static_cast<std::uint64_t>(sum), 8);
  return out;
}

}  // namespace rebond::sim
