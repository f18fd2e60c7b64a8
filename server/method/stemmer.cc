// Word stems by Snowball: "nettoyages" and "nettoyage" are one.
#include "method/stemmer.h"

#include <algorithm>
#include <libstemmer.h>

namespace rebond {

struct Stemmer::Snowball {
  struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer;
};

Stemmer::Stemmer(std::string_view language) : snowball_(std::make_unique<Snowball>()) {
  snowball_->stemmer.reset(sb_stemmer_new(main_language(language).c_str(), "UTF_8"));
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&& other) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&& other) noexcept = default;

std::string Stemmer::stem(std::string_view folded) const {
  sb_stemmer* stemmer = snowball_->stemmer.get();
  if (stemmer == nullptr) return std::string(folded);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer, bytes, static_cast<int>(folded.size()));
  if (stem == nullptr) return std::string(folded);
  const auto length = static_cast<std::size_t>(sb_stemmer_length(stemmer));
  return {reinterpret_cast<const char*>(stem), length};
}

std::string main_language(std::string_view tag) {
  std::string language(tag.substr(0, tag.find('-')));
  std::transform(language.begin(), language.end(), language.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return language;
}

}  // namespace rebond
