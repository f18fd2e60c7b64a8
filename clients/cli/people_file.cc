// The people of a rotation plan, read from a spreadsheet.
#include "clients/cli/people_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "clients/cli/csv.h"

namespace rebond::cli {
namespace {

enum Column { kId, kName, kGroup, kStays, kTogether, kApart, kRemote, kColumns };
constexpr std::array<const char*, kColumns> kTitles = {"id",       "name",  "group", "stays",
                                                       "together", "apart", "remote"};
// Larger numbers lose digits in the JSON of many programs.
constexpr std::uint64_t kNumberMax = (1ULL << 53U) - 1;

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::optional<std::uint64_t> number(const std::string& text) {
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, trouble] = std::from_chars(text.data(), end, value);
  if (trouble != std::errc() || stopped != end) return std::nullopt;
  return value;
}

/// "a, b c" as three ids.
std::vector<std::string> ids_in(const std::string& cell) {
  std::vector<std::string> ids;
  std::size_t begin = 0;
  while ((begin = cell.find_first_not_of(", ;\t\r\n", begin)) != std::string::npos) {
    const std::size_t end = std::min(cell.size(), cell.find_first_of(", ;\t\r\n", begin));
    ids.push_back(cell.substr(begin, end - begin));
    begin = end;
  }
  return ids;
}

class PeopleReader {
 public:
  PeopleReader(std::vector<CsvRow> rows, RotationProblem& problem)
      : rows_(std::move(rows)), problem_(problem) {}

  Result<PeopleFile> read() {
    if (const Result<void> done = read_titles(); !done) return done.error();
    if (rows_.size() - 1 > kRotationPeopleMax) {
      return Error{
          ErrorKind::kInvalid, "line " + std::to_string(rows_.back().line),
          "more people than a plan can have; " + std::to_string(kRotationPeopleMax) + " at most"};
    }
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      if (const Result<void> done = read_person(rows_[i]); !done) return done.error();
    }
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      if (const Result<void> done = read_company(rows_[i], i); !done) return done.error();
    }
    return std::move(file_);
  }

 private:
  Result<void> read_titles() {
    if (rows_.empty()) {
      return Error{ErrorKind::kInvalid, "line 1",
                   "the file is empty; its first line is id;name;group;stays;together;apart"};
    }
    place_.fill(kNone);
    const std::vector<std::string>& titles = rows_.front().cells;
    for (std::size_t i = 0; i < titles.size(); ++i) {
      const auto* known = std::find(kTitles.begin(), kTitles.end(), lower(titles[i]));
      if (known == kTitles.end()) {
        if (!titles[i].empty()) file_.unused.push_back(titles[i]);
        continue;
      }
      std::size_t& place = place_[static_cast<std::size_t>(known - kTitles.begin())];
      if (place != kNone) return wrong(rows_.front(), *known, "this column is there twice");
      place = i;
    }
    if (place_[kId] == kNone) {
      return wrong(rows_.front(), "id",
                   "there is no such column; begin with id;name;group;stays;together;apart");
    }
    return {};
  }

  Result<void> read_person(const CsvRow& row) {
    const std::string& id = cell(row, kId);
    if (id.empty()) return wrong(row, "id", "somebody has none; give everybody one");
    if (row.cells.size() > rows_.front().cells.size()) {
      return wrong(row, "id", "there are more cells than columns; quote cells with separators");
    }
    if (id.find_first_of(", ;\t\n") != std::string::npos) {
      return wrong(row, "id", "\"" + id + "\" has a blank or a comma; write it without");
    }
    const Id person = file_.people.size() + 1;
    if (!person_of_.emplace(id, person).second) {
      return wrong(row, "id", "\"" + id + "\" is there twice; name everybody once");
    }
    const std::optional<std::uint64_t> value = number(id);
    file_.numbers = file_.numbers && value && *value <= kNumberMax && std::to_string(*value) == id;
    file_.people.push_back({id, cell(row, kName).empty() ? id : cell(row, kName), row.line});

    RotationPerson added{person};
    const auto next = static_cast<std::uint32_t>(groups_.size());
    added.group = groups_.emplace(lower(cell(row, kGroup)), next).first->second;
    if (const std::string& stays = cell(row, kStays); !stays.empty()) {
      const std::optional<std::uint64_t> table = number(stays);
      if (!table || *table < 1 || *table > problem_.tables.size()) {
        return wrong(row, "stays",
                     "\"" + stays + "\" is no table; there are tables 1 to " +
                         std::to_string(problem_.tables.size()));
      }
      added.stays = *table;
    }
    const std::string remote = lower(cell(row, kRemote));
    const bool no = remote.empty() || remote == "no" || remote == "non" || remote == "0";
    const bool yes = remote == "yes" || remote == "oui" || remote == "1" || remote == "x";
    if (!no && !yes) return wrong(row, "remote", "\"" + remote + "\" is neither yes nor no");
    added.remote = yes;
    problem_.people.push_back(added);
    return {};
  }

  /// Whom the person of the i-th row is to sit with, and not with.
  Result<void> read_company(const CsvRow& row, Id person) {
    for (const Column column : {kTogether, kApart}) {
      std::vector<Id> others;
      for (const std::string& id : ids_in(cell(row, column))) {
        const auto found = person_of_.find(id);
        if (found == person_of_.end()) {
          return wrong(row, kTitles[column], "nobody has the id \"" + id + "\"");
        }
        if (found->second == person) {
          if (column == kTogether) continue;
          return wrong(row, kTitles[column], "nobody can be apart from themselves");
        }
        others.push_back(found->second);
      }
      if (column == kTogether && !others.empty()) {
        others.push_back(person);
        problem_.together.push_back(others);
      }
      if (column == kApart) {
        for (const Id other : others) add_apart(person, other);
      }
    }
    return {};
  }

  /// Both may name the other; they are one pair.
  void add_apart(Id a, Id b) {
    const std::pair<Id, Id> pair = std::minmax(a, b);
    if (std::find(problem_.apart.begin(), problem_.apart.end(), pair) == problem_.apart.end()) {
      problem_.apart.push_back(pair);
    }
  }

  static Error wrong(const CsvRow& row, const std::string& column, std::string message) {
    return {ErrorKind::kInvalid, "line " + std::to_string(row.line) + ", " + column,
            std::move(message)};
  }

  const std::string& cell(const CsvRow& row, Column column) const {
    static const std::string kEmpty;
    const std::size_t place = place_[column];
    return place == kNone || place >= row.cells.size() ? kEmpty : row.cells[place];
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<CsvRow> rows_;
  RotationProblem& problem_;
  std::array<std::size_t, kColumns> place_{};
  PeopleFile file_;
  std::map<std::string, Id> person_of_;
  std::map<std::string, std::uint32_t> groups_;
};

}  // namespace

Result<PeopleFile> read_people(std::string_view csv, RotationProblem& problem) {
  Result<std::vector<CsvRow>> rows = read_csv(csv);
  if (!rows) return rows.error();
  return PeopleReader(std::move(*rows), problem).read();
}

}  // namespace rebond::cli
