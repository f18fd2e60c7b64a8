// The people of a rotation plan, read from a spreadsheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "method/rotation.h"

namespace rebond::cli {

/// The people, and what the planner does not need to know of them.
struct PeopleFile {
  struct Person {
    /// As written in the file.
    std::string id;
    std::string name;
    std::size_t line = 0;
  };
  std::vector<Person> people;
  /// Every id is a whole number that JSON can hold.
  bool numbers = true;
  /// Columns that mean nothing here.
  std::vector<std::string> unused;
};

/// Reads `id;name;group;stays;together;apart;remote` into the file and into `problem`, which must
/// have its tables, 1 to T, and gets people 1, 2, 3, … in the order of the file. Only `id` must be
/// there; `stays` is a table's number, `together` and `apart` are ids with commas or blanks
/// between them, `remote` is yes or empty.
///
/// Fails with "line N, COLUMN".
Result<PeopleFile> read_people(std::string_view csv, RotationProblem& problem);

}  // namespace rebond::cli
