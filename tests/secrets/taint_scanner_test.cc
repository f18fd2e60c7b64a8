// Tests of the one who looks for secrets: it finds them in every spelling.
#include "tests/secrets/taint_scanner.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "base/bytes.h"
#include "rebond/v1/frame.pb.h"

namespace rebond::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kToken("\x00\x9f~?\xff\xfe@A0123\xc3\xa9\x01\x7f", 16);

TaintScanner scanner() {
  TaintScanner scanner;
  scanner.add("token", kToken);
  scanner.add("name", "Zéphyrine Quatremère");
  return scanner;
}

TEST(TaintScanner, FindsRawBytesAnywhere) {
  EXPECT_THAT(scanner().found_in("before " + kToken + " behind"), ElementsAre("token"));
  EXPECT_THAT(scanner().found_in("Zéphyrine Quatremère, " + kToken), ElementsAre("token", "name"));
}

TEST(TaintScanner, FindsDigitsOfBothCases) {
  EXPECT_THAT(scanner().found_in("#" + to_hex(kToken)), ElementsAre("token"));
  EXPECT_THAT(scanner().found_in("009F7E3FFFFE404130313233C3A9017F"), ElementsAre("token"));
}

TEST(TaintScanner, FindsBothKindsOfBase64) {
  EXPECT_THAT(scanner().found_in("AJ9+P//+QEEwMTIzw6kBfw=="), ElementsAre("token"));
  EXPECT_THAT(scanner().found_in("AJ9-P__-QEEwMTIzw6kBfw"), ElementsAre("token"));
}

TEST(TaintScanner, FindsWhatALogPrints) {
  v1::Hello hello;
  hello.set_token(kToken);
  EXPECT_THAT(scanner().found_in(hello.ShortDebugString()), ElementsAre("token"));
}

TEST(TaintScanner, FindsNamesInJsonAndUrls) {
  const nlohmann::json name = "Zéphyrine Quatremère";
  EXPECT_THAT(scanner().found_in(name.dump(-1, ' ', true)), ElementsAre("name"));
  EXPECT_THAT(scanner().found_in("/join?name=Z%C3%A9phyrine%20Quatrem%C3%A8re"),
              ElementsAre("name"));
}

TEST(TaintScanner, FindsNothingWhereNothingIs) {
  EXPECT_THAT(scanner().found_in(""), IsEmpty());
  EXPECT_THAT(scanner().found_in("Zéphyrine, Quatremère " + kToken.substr(1)), IsEmpty());
}

}  // namespace
}  // namespace rebond::testing
