// The name of a group, from its own words.
#pragma once

#include <string>

#include "method/similarity.h"

namespace rebond {

/// "poules · composte": 1 to 3 words that the ideas share. Their subject when they share no word,
/// or when it is common to all `ideas` of them and no word is common to more than half. Empty when
/// there is neither. At most 60 code points.
std::string group_name(const CommonGround& ground, std::size_t ideas);

}  // namespace rebond
