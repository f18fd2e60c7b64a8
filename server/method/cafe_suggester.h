// The suggestions of one live café: its ideas put to the convergence, and the answer back.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/suggested.h"
#include "method/convergence.h"

namespace rebond {

/// Remembers the café's ideas from call to call, so that only what is new is compared. Used by one
/// thread at a time, any thread.
class CafeSuggester {
 public:
  /// Links between ideas of different tables and groups, best first, at most kSuggestionsMax.
  FoundSuggestions suggest(const IdeasToCompare& ideas);

 private:
  /// Makes what is held what there is.
  void take(const IdeasToCompare& ideas);

  std::string language_;
  std::unique_ptr<Convergence> convergence_;
  std::map<Id, ConvergingIdea> held_;
};

}  // namespace rebond
