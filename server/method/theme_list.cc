// The theme list: subjects, and the words by which they are known.
#include "method/theme_list.h"

#include <algorithm>

#include "base/check.h"
#include "core/json_fields.h"
#include "core/utf8.h"
#include "method/stemmer.h"
#include "method/word_lists.h"

namespace rebond {
namespace {

constexpr std::size_t kBytesMax = 1U << 20U;
constexpr std::size_t kNameCodePointsMax = 60;
constexpr std::size_t kPlainMin = 3;

std::string_view trimmed(std::string_view text) {
  constexpr const char* kBlank = " \t\r";
  const std::size_t start = text.find_first_not_of(kBlank);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kBlank) - start + 1);
}

/// Calls `take` with each part of `text` between separators.
template <typename Take>
void split(std::string_view text, char separator, const Take& take) {
  while (true) {
    const std::size_t end = text.find(separator);
    take(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

/// True when lines under this heading, "[fr]", are for the language.
bool is_for(std::string_view heading, const std::string& language) {
  return main_language(heading.substr(1, heading.size() - 2)) == language;
}

}  // namespace

Result<ThemeList> ThemeList::parse(std::string_view text, std::string_view language) {
  if (text.size() > kBytesMax) return invalid_field("themes", "write at most 1 MiB");
  if (!is_utf8(text)) return invalid_field("themes", "save the list as UTF-8");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  ThemeList list;
  const std::string main = main_language(language);
  list.french_ = main == "fr";
  bool counts = true;
  std::size_t number = 0;
  Result<void> outcome;
  split(text, '\n', [&](std::string_view raw) {
    ++number;
    const std::string_view line = trimmed(raw);
    if (!outcome || line.empty() || line.starts_with('#')) return;
    const bool heading = line.starts_with('[') && line.ends_with(']');
    if (heading) counts = is_for(line, main);
    if (!heading && counts) outcome = list.take_line(line, number);
  });
  if (!outcome) return outcome.error();
  return list;
}

ThemeList ThemeList::built_in(std::string_view language) {
  Result<ThemeList> list = parse(built_in_themes(), language);
  CHECK(list.has_value());
  return std::move(*list);
}

Result<void> ThemeList::take_line(std::string_view line, std::size_t number) {
  const std::size_t colon = line.find(':');
  const std::string_view name = trimmed(line.substr(0, colon));
  if (colon == std::string_view::npos || name.empty() || code_points(name) > kNameCodePointsMax) {
    return invalid_field("themes, line " + std::to_string(number),
                         "write \"name: word, word\", the name in at most 60 characters");
  }
  const auto theme = static_cast<std::uint32_t>(names_.size());
  names_.emplace_back(name);
  split(line.substr(colon + 1), ',', [&](std::string_view words) { take_entry(theme, words); });
  return {};
}

void ThemeList::take_entry(std::uint32_t theme, std::string_view text) {
  const std::vector<TextWord> words = text_words(text);
  if (words.empty()) return;
  Entry entry;
  entry.theme = theme;
  entry.beginning = trimmed(text).ends_with('*');
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool is_beginning = entry.beginning && i + 1 == words.size();
    entry.rest.push_back(is_beginning ? words[i].folded : plain(words[i].folded));
  }
  const std::string& first = words.front().folded;
  if (entry.beginning && entry.rest.empty()) {
    beginnings_[first].push_back(std::move(entry));
  } else {
    entries_[plain(first)].push_back(std::move(entry));
  }
}

std::vector<std::uint32_t> ThemeList::themes_of(std::span<const TextWord> words) const {
  std::vector<std::uint32_t> themes;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::span<const TextWord> after = words.subspan(i + 1);
    const std::string& folded = words[i].folded;
    collect(entries_, plain(folded), after, themes);
    // No beginning in a list is this long; a text may be one endless word.
    const std::size_t longest = std::min<std::size_t>(folded.size(), 64);
    for (std::size_t length = 1; length <= longest; ++length) {
      collect(beginnings_, folded.substr(0, length), after, themes);
    }
  }
  std::sort(themes.begin(), themes.end());
  themes.erase(std::unique(themes.begin(), themes.end()), themes.end());
  return themes;
}

void ThemeList::collect(const Entries& entries, const std::string& first,
                        std::span<const TextWord> after, std::vector<std::uint32_t>& themes) const {
  const auto found = entries.find(first);
  if (found == entries.end()) return;
  for (const Entry& entry : found->second) {
    if (goes_on(entry, after)) themes.push_back(entry.theme);
  }
}

bool ThemeList::goes_on(const Entry& entry, std::span<const TextWord> words) const {
  if (entry.rest.size() > words.size()) return false;
  for (std::size_t i = 0; i < entry.rest.size(); ++i) {
    const bool is_beginning = entry.beginning && i + 1 == entry.rest.size();
    const bool same = is_beginning ? words[i].folded.starts_with(entry.rest[i])
                                   : plain(words[i].folded) == entry.rest[i];
    if (!same) return false;
  }
  return true;
}

/// Singular and masculine, roughly: enough to find a word again, not to write it.
std::string ThemeList::plain(const std::string& folded) const {
  std::string word = folded;
  if (word.size() <= kPlainMin) return word;
  if (word.back() == 's' || (french_ && word.back() == 'x')) word.pop_back();
  while (french_ && word.size() > kPlainMin && word.back() == 'e') word.pop_back();
  return word;
}

}  // namespace rebond
