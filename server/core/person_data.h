// What a café keeps about one person, for that person.
#pragma once

#include <string>

#include "core/history.h"
#include "core/subject.h"

namespace rebond {

/// A JSON document: name, links, devices, seats, ideas, every word typed with its time, links
/// between ideas, groups, words that found no place, wishes, drafts, dots and answers. Nothing that
/// others wrote is in it.
/// Fails with the errors of identify(), kCorrupt when the history cannot be read.
Result<std::string> person_data(const History& history, const Subject& subject);

}  // namespace rebond
