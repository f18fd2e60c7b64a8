// Tables of text as spreadsheets write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rebond::cli {

struct CsvRow {
  /// Of the row's first character, counted from 1.
  std::size_t line = 0;
  std::vector<std::string> cells;
};

/// Reads rows of cells; blank lines are left out. The separator is the one that the first line
/// has: semicolon, else tab, else comma. Cells may be quoted ("" is a quote, line breaks are
/// kept); a byte order mark and CR LF are taken away, and so are blanks around unquoted cells.
///
/// Fails with "line N" when the text is not UTF-8 or a quote is never closed.
Result<std::vector<CsvRow>> read_csv(std::string_view text);

}  // namespace rebond::cli
