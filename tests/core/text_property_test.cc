// Texts under random edits by several people, against the model (rules TX).
#include <deque>
#include <gtest/gtest.h>

#include "base/random.h"
#include "core/text.h"
#include "tests/core/commands.h"
#include "tests/core/text_model.h"

namespace rebond::test {
namespace {

constexpr std::uint64_t kSeeds = 40;
constexpr int kEdits = 150;

const char* const kWords[] = {
    "a",   "été",  "🙂👩‍👩‍👧", "\u00a0", "bleu ", "\r\n", "ñ", "e\u0301", "𐍈𐍈",
    "mot", "l'eau"};

/// A random edit of what a replica shows: perhaps behind what the server has already.
class Typist {
 public:
  Typist(DeviceNumber device, Random& random) : device_(device), random_(random) {}

  v1::TextEdit next(const TextModel& seen) {
    const auto& characters = seen.characters();
    if (characters.empty() || random_.below(10) < 5) return insertion(characters);
    if (random_.below(20) == 0) return fold();
    v1::TextEdit edit = random_.below(3) == 0 ? show({}) : hide({});
    v1::Ranges& ranges = edit.has_show() ? *edit.mutable_show() : *edit.mutable_hide();
    for (std::uint64_t left = 1 + random_.below(3); left > 0; --left) {
      const TextModel::Character& first = characters[random_.below(characters.size())];
      std::uint32_t end = first.offset + 1;
      for (const auto& c : characters) {
        if (c.run == first.run && c.offset >= end && random_.below(2) == 0) end = c.offset + 1;
      }
      *ranges.add_ranges() = range(first.run, first.offset, end);
    }
    return edit;
  }

 private:
  v1::TextEdit insertion(const std::vector<TextModel::Character>& characters) {
    v1::TextEdit edit =
        insert(make_id(device_, ++counter_), kWords[random_.below(std::size(kWords))]);
    edit.mutable_insert()->set_device(device_);
    edit.mutable_insert()->set_author(make_id(device_, 1'000'000));
    edit.mutable_insert()->set_at_ms(static_cast<double>(counter_));
    if (!characters.empty() && random_.below(8) != 0) {
      const auto& after = characters[random_.below(characters.size())];
      *edit.mutable_insert()->mutable_after() = at(after.run, after.offset);
    }
    return edit;
  }

  DeviceNumber device_;
  Random& random_;
  std::uint32_t counter_ = 0;
};

/// A copy of the text that receives what the server has ordered, late.
struct Replica {
  Text text;
  TextModel model;
  std::size_t received = 0;

  void receive(const std::vector<v1::TextEdit>& history, std::size_t upto) {
    for (; received < upto; ++received) {
      const Result<void> applied = text.apply(history[received]);
      ASSERT_TRUE(applied.has_value()) << describe(applied.error());
      model.apply(history[received]);
    }
  }
};

v1::Text without_provenance(const Text& text) {
  v1::Text message = text.to_message(0);
  for (v1::Piece& piece : *message.mutable_pieces()) {
    piece.clear_author();
    piece.clear_device();
    piece.clear_at_ms();
  }
  return message;
}

/// Two people edit what they see, each some edits behind; the server takes what still fits.
void run_two_replicas(std::uint64_t seed) {
  SeededRandom random(seed);
  Typist ana(1, random), bob(2, random);
  Replica a, b, server;
  std::vector<v1::TextEdit> history;
  for (int i = 0; i < kEdits; ++i) {
    const bool is_ana = random.below(2) == 0;
    Replica& writer = is_ana ? a : b;
    writer.receive(history, writer.received + random.below(history.size() - writer.received + 1));
    const v1::TextEdit edit = (is_ana ? ana : bob).next(writer.model);
    // Showing what was folded meanwhile is the one edit that no longer fits.
    if (Text copy = server.text; !copy.apply(edit)) {
      ASSERT_TRUE(edit.has_show());
      continue;
    }
    history.push_back(edit);
    server.receive(history, history.size());
    ASSERT_EQ(server.text.visible(), server.model.visible());
  }
  a.receive(history, history.size());
  b.receive(history, history.size());
  EXPECT_EQ(a.text.to_message(7).SerializeAsString(), b.text.to_message(7).SerializeAsString());
  EXPECT_EQ(a.text.digest(7), b.text.digest(7));
  EXPECT_EQ(without_provenance(a.text).DebugString(), a.model.pieces().DebugString());
  EXPECT_EQ(a.text.visible_code_points(), code_points_of(a.model.visible()).size());
}

TEST(TextProperty, TX4ReplicasThatSawTheSameEditsHaveTheSamePieces) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    run_two_replicas(seed);
    if (::testing::Test::HasFailure()) return;
  }
}

/// One replica starts again from a snapshot in the middle; nobody can tell.
void run_with_snapshot(std::uint64_t seed) {
  SeededRandom random(seed);
  Typist typist(1, random);
  Replica replica;
  std::vector<v1::TextEdit> history;
  Text reloaded;
  for (int i = 0; i < kEdits; ++i) {
    const v1::TextEdit edit = typist.next(replica.model);
    if (Text copy = replica.text; !copy.apply(edit)) continue;
    history.push_back(edit);
    replica.receive(history, history.size());
    ASSERT_TRUE(reloaded.apply(edit).has_value());
    if (random.below(10) != 0) continue;
    Result<Text> loaded = Text::from_message(reloaded.to_message(7));
    ASSERT_TRUE(loaded.has_value());
    reloaded = std::move(*loaded);
  }
  EXPECT_EQ(reloaded.to_message(7).SerializeAsString(),
            replica.text.to_message(7).SerializeAsString());
}

TEST(TextProperty, TX4ATextFromASnapshotGoesOnLikeTheOthers) {
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    run_with_snapshot(seed);
    if (::testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace rebond::test
