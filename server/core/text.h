// A text that several people write: pieces of runs, in order.
//
// After Matthew Weidner, "Collaborative Text Editing without CRDTs or OT" (2025):
// characters have stable names and the server orders the edits, so nothing has to
// be transformed. The same type is in clients/web/src/sync/text.ts; both run the
// cases in tests/cases/texts.json.
#pragma once

#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "core/digest.h"
#include "rebond/v1/text.pb.h"

namespace rebond {

/// The text of one record. Rules TX1 to TX7 are its contract. Not thread-safe.
class Text {
 public:
  /// A stretch of one run. Offsets count code points.
  struct Piece {
    Id run = 0;
    std::uint32_t from = 0;
    std::uint32_t length = 0;
    std::string characters;  // UTF-8; empty when folded
    bool hidden = false;
    bool folded = false;
    Id author = 0;
    DeviceNumber device = 0;
    double at_ms = 0;

    std::uint32_t to() const { return from + length; }
  };

  Text() = default;

  /// Takes the pieces of a snapshot as they are; fails when a piece is not as long as its
  /// characters, or folded and not without them.
  static Result<Text> from_message(const v1::Text& message);

  /// Applies one edit. On failure nothing has changed and the error names the field of the edit.
  Result<void> apply(const v1::TextEdit& edit);

  /// What people read.
  std::string visible() const;

  /// In the order of the text, neighbours merged (TX4).
  const std::vector<Piece>& pieces() const { return pieces_; }

  /// Code points that people read; bytes kept, hidden ones included; runs.
  std::uint32_t visible_code_points() const;
  std::size_t bytes() const;
  std::size_t runs() const;

  bool has_run(Id run) const;
  /// Whether every range names at least one character, and only characters of this text (TX5).
  bool holds(const v1::Ranges& ranges) const;

  /// The term of this text in the digest; zero when it has no piece.
  Digest digest(Id id) const;

  v1::Text to_message(Id id) const;

 private:
  Result<void> insert(const v1::Insert& insert);
  Result<void> set_hidden(const v1::Ranges& ranges, bool hidden, const char* field);
  void fold();

  /// Index of the piece that holds the character, or pieces_.size().
  std::size_t find(Id run, std::uint32_t offset) const;
  void merge();

  std::vector<Piece> pieces_;
};

}  // namespace rebond
