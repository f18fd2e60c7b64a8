// People's words inside Markdown, so that a reader gives them back character for character.
#include "trace/markdown_text.h"

#include <algorithm>
#include <cctype>

namespace rebond::trace {
namespace {

// Mean something wherever they stand.
constexpr std::string_view kSpecial = "\\`*_[]{}<#~^$@";
// Mean something at the start of a line.
constexpr std::string_view kSpecialFirst = "-+>|=:";

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}
bool is_letter_or_digit(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}
bool is_roman(char c) {
  return std::string_view("ivxlcdmIVXLCDM").find(c) != std::string_view::npos;
}

/// "1", "a" and "iv" number the items of a list when a full stop or a bracket follows.
bool is_list_number(std::string_view word) {
  if (word.empty()) return false;
  return word.size() == 1 ? is_letter_or_digit(word[0])
                          : std::all_of(word.begin(), word.end(), is_digit) ||
                                std::all_of(word.begin(), word.end(), is_roman);
}

/// "&eacute;" and "&#233;" are read as one character.
bool begins_entity(std::string_view rest) {
  if (rest.front() != '&') return false;
  const std::size_t end = rest.find(';');
  if (end == std::string_view::npos || end == 1) return false;
  return std::all_of(rest.begin() + 1, rest.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char c) { return c == '#' || is_letter_or_digit(c); });
}

/// One line of words.
class Line {
 public:
  explicit Line(std::string_view words) : words_(words) {}

  std::string escape() && {
    open();
    while (at_ < words_.size()) take();
    return std::move(out_);
  }

 private:
  /// What would begin a list, a quote, a heading or a table.
  void open() {
    if (words_.empty()) return;
    if (kSpecialFirst.find(words_.front()) != std::string_view::npos) {
      out_ += '\\';
      out_ += words_[at_++];
      return;
    }
    const std::size_t start = words_.front() == '(' ? 1 : 0;
    const std::size_t end = words_.find_first_of(".)", start);
    if (end == std::string_view::npos || !is_list_number(words_.substr(start, end - start))) return;
    if (end + 1 < words_.size() && words_[end + 1] != ' ') return;
    out_ += words_.substr(0, end);
    out_ += '\\';
    out_ += words_[end];
    at_ = end + 1;
  }

  void take() {
    const char c = words_[at_];
    if (c == '\t' || c == '\r') {
      out_ += c == '\t' ? "&#9;" : "&#13;";
    } else if (c == ' ' && !is_inner_space()) {
      out_ += "&#32;";
    } else {
      if (is_special()) out_ += '\\';
      out_ += c;
    }
    ++at_;
  }

  bool is_special() const {
    return kSpecial.find(words_[at_]) != std::string_view::npos ||
           begins_entity(words_.substr(at_));
  }

  /// Only a single space between two characters is kept by readers.
  bool is_inner_space() const {
    // Pandoc sees a box to tick in "[ ] " even behind backslashes.
    const bool in_box = words_.front() == '[' && at_ <= 3;
    return !in_box && at_ > 0 && at_ + 1 < words_.size() && words_[at_ - 1] != ' ';
  }

  std::string_view words_;
  std::size_t at_ = 0;
  std::string out_;
};

/// Escapes each line; `join` says what stands for each line break.
template <typename Join>
std::string each_line(std::string_view words, Join&& join) {
  std::string out;
  for (;;) {
    const std::size_t end = words.find('\n');
    out += Line(words.substr(0, end)).escape();
    if (end == std::string_view::npos) return out;
    words.remove_prefix(end + 1);
    out += join(/*at_the_end=*/words.empty());
  }
}

}  // namespace

std::string markdown_text(std::string_view words, std::string_view indent) {
  const std::string hard_break = "\\\n" + std::string(indent);
  // A hard break with nothing behind it would be read as a backslash.
  return each_line(words, [&](bool at_the_end) { return at_the_end ? "&#10;" : hard_break; });
}

std::string markdown_line(std::string_view words) {
  return each_line(words, [](bool) { return std::string("&#10;"); });
}

}  // namespace rebond::trace
