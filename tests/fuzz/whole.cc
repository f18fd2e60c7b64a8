// What is true of the state of a café whatever happened to it.
#include "tests/fuzz/whole.h"

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "core/utf8.h"

namespace rebond::fuzz {

void check_whole(const State& state) {
  const std::string snapshot = state.to_snapshot();
  const Result<State> again = State::from_snapshot(snapshot);
  CHECK(again.has_value());
  CHECK(again->seq() == state.seq());
  CHECK(again->digest() == state.digest());
  CHECK(again->to_snapshot() == snapshot);
}

bool run_is_whole(const Text& text, Id run, const std::string& characters) {
  std::vector<const Text::Piece*> pieces;
  for (const Text::Piece& piece : text.pieces()) {
    if (piece.run == run) pieces.push_back(&piece);
  }
  std::sort(pieces.begin(), pieces.end(),
            [](const auto* left, const auto* right) { return left->from < right->from; });
  std::uint32_t at = 0;
  for (const Text::Piece* piece : pieces) {
    if (piece->from != at) return false;
    const std::string_view rest = std::string_view(characters).substr(byte_offset(characters, at));
    const std::string_view expected = rest.substr(0, byte_offset(rest, piece->length));
    if (!piece->folded && piece->characters != expected) return false;
    at = piece->to();
  }
  return at == code_points(characters);
}

}  // namespace rebond::fuzz
