// The sentences in which every journal reports what is missing or damaged.
#pragma once

#include <string>

#include "base/error.h"
#include "base/ids.h"

namespace rebond {

inline Error no_such_cafe(const CafeId& cafe) {
  return {ErrorKind::kNotFound, "", "there is no café " + cafe + " in this data folder"};
}

inline constexpr const char* kRemedyForDamage =
    "restore a backup of the data folder, or save what can be read with rebond-server salvage";

/// `part` is what of the café it is, such as "entry 17".
inline Error damaged(const CafeId& cafe, const std::string& part,
                     const std::string& why = "what is stored is not what was written") {
  return {ErrorKind::kCorrupt, "",
          "café " + cafe + ", " + part + ": " + why + "; " + kRemedyForDamage};
}

inline Error damaged_entry(const CafeId& cafe, Seq seq) {
  return damaged(cafe, "entry " + std::to_string(seq));
}

inline Error missing_entry(const CafeId& cafe, Seq seq) {
  return {ErrorKind::kCorrupt, "",
          "café " + cafe + ", entry " + std::to_string(seq) +
              " is missing although later ones are there; " + kRemedyForDamage};
}

inline Error stopped_after_failure() {
  return {ErrorKind::kUnavailable, "",
          "the journal has stopped after a failed write; start the server again"};
}

}  // namespace rebond
