// The linking phrases: how each kind of link reads between two ideas.
#pragma once

#include <string>
#include <string_view>

#include "rebond/v1/record.pb.h"
#include "trace/language.h"

namespace rebond::trace {

/// "complète" for LINK_KIND_BUILDS_ON; a general phrase for a kind that we do not know.
std::string_view phrase_of(v1::LinkKind kind, Language language);

/// "builds_on" for LINK_KIND_BUILDS_ON: the contract's word; the number for an unknown kind.
std::string kind_name(v1::LinkKind kind);

}  // namespace rebond::trace
