// Word stems by Snowball: "nettoyages" and "nettoyage" are one.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rebond {

/// The stems of one language.
///
/// Not thread-safe: Snowball keeps its work in the object.
class Stemmer {
 public:
  /// `language` is a tag such as "fr" or "en-GB". Languages that Snowball does not know are left
  /// as they are.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&& other) noexcept;
  Stemmer& operator=(Stemmer&& other) noexcept;
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// The stem of a folded word.
  std::string stem(std::string_view folded) const;

 private:
  struct Snowball;
  std::unique_ptr<Snowball> snowball_;
};

/// "fr" of "fr-CA" and "FR".
std::string main_language(std::string_view tag);

}  // namespace rebond
