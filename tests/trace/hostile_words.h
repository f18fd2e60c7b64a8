// Words that a careless writer would change.
#pragma once

#include <string>
#include <vector>

namespace rebond::trace {

inline std::vector<std::string> hostile_words() {
  return {
      R"(\`*_{}[]()<>#+-.!|~^$@&"'=:;,?/%)",
      "**gras** et _italique_, `code`, ~~barré~~, H~2~O, x^2^, $x^2$",
      "[lien](https://example.org \"titre\") ![image](x.png) <https://example.org> [^1] [@doe]",
      "<script>alert('bonjour')</script> <!-- rien --> <b>gras</b>",
      "&amp; &eacute; &#233; &lt;b&gt; R&D, eau & gaz; fin",
      "# pas un titre",
      "## pas un titre non plus ##",
      "- pas une liste",
      "+ pas une liste",
      "* pas une liste",
      "1. pas une liste",
      "1) pas une liste",
      "(1) pas une liste",
      "a. pas une liste",
      "(iv) pas une liste",
      "#. pas une liste",
      "(@) pas une liste",
      "> pas une citation",
      "| pas | un tableau |",
      ": pas une définition",
      "~ pas une définition",
      "```\npas du code\n```",
      "    pas du code",
      "\tpas du code\t\tnon plus",
      "---",
      "***",
      "===",
      "titre\n===\nsuite",
      "titre\n---\nsuite",
      "a | b\n--|--\nc | d",
      "Table: une légende",
      "terme\n\n:   définition",
      "\\begin{eq} \\alpha \\newpage \\",
      "une barre à la fin\\",
      "deux\nlignes",
      "un vide\n\nau milieu",
      "\nau début",
      "à la fin\n",
      "trop à la fin\n\n\n",
      "une fin de ligne  \nde Windows\r\nici",
      "  des   espaces  partout  ",
      " ",
      "\n",
      "[ ] à faire",
      "[x] fait",
      "=SOMME(A1:A9)",
      "« guillemets », “quotes”, 'apostrophe', l’apostrophe, \"droits\", ... et … -- --- – —",
      "espace\u00a0insécable, fine\u202fici",
      "😀 👩‍👩‍👧‍👦 🇫🇷 é e\u0301 中文 العربية \u202eenvers\u202c",
      "]]> ]]",
      "---\ntitle: piège\n---",
      "::: boîte\nrien\n:::",
      "{#id .classe clé=valeur} {=html} `x`{=html}",
      "25 ° et 2.5 kW, 1.5",
      std::string(2'000, 'x'),
  };
}

}  // namespace rebond::trace
