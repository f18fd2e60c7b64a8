// Tables of text as spreadsheets write them.
#include "clients/cli/csv.h"

#include <algorithm>

#include "core/utf8.h"

namespace rebond::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

char separator_of(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  for (const char separator : {';', '\t'}) {
    if (first.find(separator) != std::string_view::npos) return separator;
  }
  return ',';
}

std::string trimmed(std::string_view cell) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t begin = cell.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return "";
  return std::string(cell.substr(begin, cell.find_last_not_of(kBlanks) + 1 - begin));
}

Error at_line(std::size_t line, std::string message) {
  return {ErrorKind::kInvalid, "line " + std::to_string(line), std::move(message)};
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), separator_(separator_of(text)) {}

  Result<std::vector<CsvRow>> read() {
    while (at_ < text_.size()) {
      CsvRow row{line_, {}};
      for (bool more = true; more;) {
        Result<std::string> cell = read_cell();
        if (!cell) return cell.error();
        row.cells.push_back(std::move(*cell));
        more = at_ < text_.size() && text_[at_] == separator_;
        // Past the separator, or the end of the line.
        if (at_ < text_.size()) ++at_;
      }
      ++line_;
      const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                     [](const std::string& cell) { return cell.empty(); });
      if (!blank) rows_.push_back(std::move(row));
    }
    return std::move(rows_);
  }

 private:
  /// Leaves `at_` on the separator, on the line feed or at the end.
  Result<std::string> read_cell() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\r')) ++at_;
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted();
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
    return trimmed(text_.substr(begin, at_ - begin));
  }

  Result<std::string> read_quoted() {
    const std::size_t opened = line_;
    std::string cell;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        cell += text_[at_];
        continue;
      }
      if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += text_[at_++];
        continue;
      }
      const std::size_t end = text_.find_first_of(std::string{separator_, '\n'}, at_ + 1);
      const std::size_t length = std::min(end, text_.size()) - at_ - 1;
      if (!trimmed(text_.substr(at_ + 1, length)).empty()) {
        return at_line(line_, "text after a closing quote; double the quotes inside a cell");
      }
      at_ += 1 + length;
      return cell;
    }
    return at_line(opened, "a quote is opened here and never closed");
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::vector<CsvRow> rows_;
};

}  // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (!is_utf8(text)) {
    std::size_t line = 1;
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n');
         end != std::string_view::npos && is_utf8(text.substr(begin, end - begin));
         end = text.find('\n', begin)) {
      begin = end + 1;
      ++line;
    }
    return at_line(line, "this is no UTF-8; save the file as \"CSV UTF-8\"");
  }
  return Reader(text).read();
}

}  // namespace rebond::cli
