// The linking phrases: how each kind of link reads between two ideas.
#include "trace/phrases.h"

#include <array>

namespace rebond::trace {
namespace {

struct Phrase {
  v1::LinkKind kind;
  std::string_view name;
  std::string_view french;
  std::string_view english;
};

// The first is what we say when there is no better word.
constexpr std::array<Phrase, 8> kPhrases = {{
    {v1::LINK_KIND_UNSPECIFIED, "unspecified", "est liée à", "is linked to"},
    {v1::LINK_KIND_BUILDS_ON, "builds_on", "complète", "builds on"},
    {v1::LINK_KIND_NUANCES, "nuances", "nuance", "nuances"},
    {v1::LINK_KIND_OPPOSES, "opposes", "s’oppose à", "opposes"},
    {v1::LINK_KIND_EXAMPLE_OF, "example_of", "est un exemple de", "is an example of"},
    {v1::LINK_KIND_ASKS, "asks", "interroge", "asks about"},
    {v1::LINK_KIND_SAME_AS, "same_as", "rejoint", "says the same as"},
    {v1::LINK_KIND_LEADS_TO, "leads_to", "permet", "leads to"},
}};

const Phrase* find(v1::LinkKind kind) {
  for (const Phrase& phrase : kPhrases) {
    if (phrase.kind == kind) return &phrase;
  }
  return nullptr;
}

}  // namespace

std::string_view phrase_of(v1::LinkKind kind, Language language) {
  const Phrase* found = find(kind);
  const Phrase& phrase = found == nullptr ? kPhrases.front() : *found;
  return language == Language::kEnglish ? phrase.english : phrase.french;
}

std::string kind_name(v1::LinkKind kind) {
  const Phrase* found = find(kind);
  return found == nullptr ? std::to_string(static_cast<int>(kind)) : std::string(found->name);
}

}  // namespace rebond::trace
