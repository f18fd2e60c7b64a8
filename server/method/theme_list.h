// The theme list: subjects, and the words by which they are known.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "method/text_words.h"

namespace rebond {

/// What joins two ideas that share no word: a thermostat and a pullover are both heating.
///
/// The format, a text in UTF-8:
///     # A remark.
///     [fr]
///     chauffage: radiateur, thermostat*, pompe à chaleur
/// Lines under a heading count for that language, lines above the first heading for every one. A
/// word counts in singular and plural, masculine and feminine, whatever its case and accents;
/// "thermostat*" is every word that begins so; several words count in their order.
class ThemeList {
 public:
  /// No themes.
  ThemeList() = default;

  /// The lines for `language`, a tag such as "fr" or "en-GB". Fails with the line and the remedy.
  static Result<ThemeList> parse(std::string_view text, std::string_view language);

  /// The list that is compiled in.
  static ThemeList built_in(std::string_view language);

  /// The themes of a text, each once, in ascending order.
  std::vector<std::uint32_t> themes_of(std::span<const TextWord> words) const;

  /// The name of a theme, as the list writes it.
  const std::string& name(std::uint32_t theme) const { return names_[theme]; }

  std::size_t size() const { return names_.size(); }

 private:
  /// One word of the list, or several in their order.
  struct Entry {
    std::uint32_t theme = 0;
    /// The words after the first.
    std::vector<std::string> rest;
    /// The last word is only the beginning of one.
    bool beginning = false;
  };
  using Entries = std::unordered_map<std::string, std::vector<Entry>>;

  Result<void> take_line(std::string_view line, std::size_t number);
  void take_entry(std::uint32_t theme, std::string_view words);
  bool goes_on(const Entry& entry, std::span<const TextWord> words) const;
  void collect(const Entries& entries, const std::string& first, std::span<const TextWord> words,
               std::vector<std::uint32_t>& themes) const;
  std::string plain(const std::string& folded) const;

  /// Strips the feminine too.
  bool french_ = false;
  std::vector<std::string> names_;
  /// By the first word, in its plain form.
  Entries entries_;
  /// By what the first and only word begins with, folded.
  Entries beginnings_;
};

}  // namespace rebond
