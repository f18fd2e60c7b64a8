// The digest's arithmetic and its terms, written out by hand (rules DG1 to DG3).
#include "core/digest.h"

#include <gtest/gtest.h>

#include "base/bytes.h"
#include "base/hash.h"
#include "core/text.h"
#include "tests/core/commands.h"

namespace rebond::test {
namespace {

std::string first_16_bytes(const std::string& hex) {
  return to_hex(hashed(from_hex(hex)).substr(0, 16));
}

TEST(Digest, DG1IsASumInAnyOrder) {
  const Digest a = Digest::of("a");
  const Digest b = Digest::of("b");
  const Digest c = Digest::of("c");
  Digest one, other;
  ((one += a) += b) += c;
  ((other += c) += a) += b;
  EXPECT_EQ(one, other);
  EXPECT_EQ(one -= b, other -= b);
  EXPECT_NE(one, Digest());
  EXPECT_EQ((one -= a) -= c, Digest());
}

TEST(Digest, DG1GoesRoundAt128Bits) {
  Digest sum;
  const Digest term = Digest::of("a");
  for (int i = 0; i < 1'000; ++i) sum += term;
  for (int i = 0; i < 1'000; ++i) sum -= term;
  EXPECT_EQ(sum, Digest());
  sum -= term;
  sum += term;
  EXPECT_EQ(sum.hex(), std::string(32, '0'));
}

TEST(Digest, DG1ATermIsTheFirst16BytesOfTheHash) {
  EXPECT_EQ(Digest::of("abc").hex(), "ba7816bf8f01cfea414140de5dae2223");
  EXPECT_EQ(to_hex(Digest::of("abc").bytes()), Digest::of("abc").hex());
}

TEST(Digest, DG2ARecordsTermIsOverKindIdAndBytes) {
  EXPECT_EQ(Digest::of_record(v1::RECORD_KIND_CARD, make_id(1, 2), "\x08\x01").hex(),
            first_16_bytes("01"
                           "00000008"
                           "0000000100000002"
                           "0801"));
}

TEST(Digest, DG3ATextsTermIsOverItsPieces) {
  v1::TextEdit first = insert(make_id(1, 5), "né");
  first.mutable_insert()->set_author(make_id(1, 9));
  first.mutable_insert()->set_device(1);
  first.mutable_insert()->set_at_ms(1.5);
  Text text;
  ASSERT_TRUE(text.apply(first).has_value());
  ASSERT_TRUE(text.apply(hide({range(make_id(1, 5), 1, 2)})).has_value());
  ASSERT_TRUE(text.apply(fold()).has_value());
  const std::string provenance =
      "0000000100000009"
      "00000001"
      "3ff8000000000000";
  EXPECT_EQ(text.digest(make_id(1, 2)).hex(), first_16_bytes("02"
                                                             "0000000100000002"
                                                             "0000000100000005"
                                                             "00000000"
                                                             "00000001"
                                                             "00" +
                                                             provenance +
                                                             "00000001"
                                                             "6e"
                                                             "0000000100000005"
                                                             "00000001"
                                                             "00000001"
                                                             "03" +
                                                             provenance + "00000000"));
}

TEST(Digest, DG3ATextWithoutPiecesHasNoTerm) {
  EXPECT_EQ(Text().digest(7), Digest());
}

}  // namespace
}  // namespace rebond::test
