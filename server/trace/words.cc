// The words that the trace itself says, in every language: nobody's ideas, our frame around them.
#include "trace/words.h"

namespace rebond::trace {
namespace {

constexpr Words kFrench = {
    .language = Language::kFrench,
    .method = "Café Conversation",
    .colon = "\u00a0:",
    .objective = "Objectif",
    .round = "Tour",
    .outside_rounds = "En dehors des tours",
    .no_idea = "Aucune idée pour l’instant.",
    .no_words = "sans mots",
    .table = "Table",
    .groups = "Nœuds d’idées",
    .ungrouped = "En dehors des nœuds",
    .propositions = "Propositions",
    .withdrawn = "Ce qui a été retiré",
    .withdrawn_note =
        "Retiré par les tables, et gardé ici\u00a0: rien de ce qui a été dit n’est perdu.",
    .making = "Comment cette trace a été faite",
    .making_note =
        "Les idées sont écrites mot par mot, table par table, dans l’ordre où elles ont été dites. "
        "Une proposition se lit comme une phrase\u00a0: une idée, les mots qui relient, une autre "
        "idée. "
        "Un nœud rassemble des idées qui se rejoignent\u00a0; on compte les tables qui l’ont "
        "porté, et "
        "non les fois où il a été écrit. Aucun nom de personne ne figure ici.",
    .state_note = "état après l’entrée",
    .digest_note = "empreinte",
    .unconventional = "vision non conventionnelle",
    .question = "question",
    .unanimous = "à l’unanimité",
    .late = "arrivée après la fin du tour",
    .tables_counted = {"table", "tables"},
    .ideas_counted = {"idée", "idées"},
    .propositions_counted = {"proposition", "propositions"},
    .groups_counted = {"nœud d’idées", "nœuds d’idées"},
    .carried_by = {"idée, portée par", "idées, portées par"},
    .hidden_ideas = {"idée masquée par l’animateur ne figure pas ici.",
                     "idées masquées par l’animateur ne figurent pas ici."},
    .hidden_propositions = {"proposition qui s’y rattache n’y figure pas non plus.",
                            "propositions qui s’y rattachent n’y figurent pas non plus."},
};

constexpr Words kEnglish = {
    .language = Language::kEnglish,
    .method = "Café Conversation",
    .colon = ":",
    .objective = "Objective",
    .round = "Round",
    .outside_rounds = "Outside the rounds",
    .no_idea = "No idea yet.",
    .no_words = "no words",
    .table = "Table",
    .groups = "Groups of ideas",
    .ungrouped = "In no group",
    .propositions = "Propositions",
    .withdrawn = "What was taken back",
    .withdrawn_note = "Taken back by the tables, and kept here: nothing that was said is lost.",
    .making = "How this trace was made",
    .making_note =
        "The ideas are written word for word, table by table, in the order in which they were "
        "said. A proposition reads as a sentence: an idea, the words that join, another idea. A "
        "group gathers ideas that meet; what counts is how many tables carried it, not how many "
        "times it was written. No person is named here.",
    .state_note = "state after entry",
    .digest_note = "digest",
    .unconventional = "unconventional view",
    .question = "question",
    .unanimous = "unanimous",
    .late = "arrived after the end of the round",
    .tables_counted = {"table", "tables"},
    .ideas_counted = {"idea", "ideas"},
    .propositions_counted = {"proposition", "propositions"},
    .groups_counted = {"group of ideas", "groups of ideas"},
    .carried_by = {"idea, carried by", "ideas, carried by"},
    .hidden_ideas = {"idea hidden by the facilitator is not told here.",
                     "ideas hidden by the facilitator are not told here."},
    .hidden_propositions = {"proposition joined to what is hidden is not told either.",
                            "propositions joined to what is hidden are not told either."},
};

}  // namespace

const Words& words_in(Language language) {
  return language == Language::kEnglish ? kEnglish : kFrench;
}

std::string counted(std::size_t count, const Noun& noun, const Words& words) {
  const bool one = count == 1 || (count == 0 && words.language == Language::kFrench);
  return std::to_string(count) + " " + std::string(one ? noun.one : noun.many);
}

}  // namespace rebond::trace
