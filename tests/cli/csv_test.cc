// Tables of text as spreadsheets write them, in their many dialects.
#include "clients/cli/csv.h"

#include <gmock/gmock.h>

namespace rebond::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Cells = std::vector<std::string>;

/// The cells of the rows; the error's words when there is one.
std::vector<Cells> cells(std::string_view text) {
  const Result<std::vector<CsvRow>> rows = read_csv(text);
  if (!rows) return {{describe(rows.error())}};
  std::vector<Cells> found;
  for (const CsvRow& row : *rows) found.push_back(row.cells);
  return found;
}

TEST(Csv, SeparatorIsThatOfTheFirstLine) {
  EXPECT_THAT(cells("a;b\n1,5;2"), ElementsAre(Cells{"a", "b"}, Cells{"1,5", "2"}));
  EXPECT_THAT(cells("a,b\n1;5,2"), ElementsAre(Cells{"a", "b"}, Cells{"1;5", "2"}));
  EXPECT_THAT(cells("a\tb\n1\t2"), ElementsAre(Cells{"a", "b"}, Cells{"1", "2"}));
}

TEST(Csv, MarkOfExcelAndItsLineEndsAreTakenAway) {
  EXPECT_THAT(cells("\xEF\xBB\xBF"
                    "id;name\r\n1;Zoé\r\n"),
              ElementsAre(Cells{"id", "name"}, Cells{"1", "Zoé"}));
}

TEST(Csv, QuotedCellsHoldSeparatorsQuotesAndLines) {
  EXPECT_THAT(cells("a;b\n\"x;y\";\"said \"\"no\"\"\nand left\"\n3;4"),
              ElementsAre(Cells{"a", "b"}, Cells{"x;y", "said \"no\"\nand left"}, Cells{"3", "4"}));
}

TEST(Csv, EmptyCellsStayAndBlankLinesGo) {
  EXPECT_THAT(cells("a;b;c\n;;3\n\n;;\n1;;\n"),
              ElementsAre(Cells{"a", "b", "c"}, Cells{"", "", "3"}, Cells{"1", "", ""}));
}

TEST(Csv, RowsKnowTheirLines) {
  const auto rows = read_csv("a;b\n\n\"x\ny\";1\n2;3");

  ASSERT_TRUE(rows);
  EXPECT_EQ((*rows)[1].line, 3U);
  EXPECT_EQ((*rows)[2].line, 5U);
}

TEST(Csv, QuoteThatIsNeverClosedIsTold) {
  EXPECT_THAT(cells("a\n\"b\nc")[0][0], HasSubstr("line 2"));
}

TEST(Csv, TextBehindAQuoteIsTold) {
  EXPECT_THAT(cells("a;b\n1;2\n\"b\"c;d")[0][0], HasSubstr("line 3"));
}

TEST(Csv, OtherEncodingsAreTold) {
  EXPECT_THAT(cells("a;b\n1;2\n3;Zo\xE9")[0][0], HasSubstr("line 3: this is no UTF-8"));
}

TEST(Csv, NothingIsNoRow) {
  EXPECT_THAT(cells(""), ElementsAre());
  EXPECT_THAT(cells("\r\n \n"), ElementsAre());
}

}  // namespace
}  // namespace rebond::cli
