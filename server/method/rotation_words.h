// A plan's score as people read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "method/rotation.h"

namespace rebond {

/// A few sentences, most important first: encounters, tables, what could not be kept. `language`
/// is "fr" or "en".
std::vector<std::string> score_in_words(const RotationPlan& plan, std::string_view language);

/// "Couleur 2 : 3 tables plus loin à chaque fois", a line for each colour.
std::vector<std::string> rule_in_words(const RotationRule& rule, std::string_view language);

}  // namespace rebond
