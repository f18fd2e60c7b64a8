// The little that HTTP needs of letters.
#pragma once

#include <string>
#include <string_view>

namespace rebond {

/// Compares as HTTP compares names: A to Z are a to z.
bool equal_ignoring_case(std::string_view a, std::string_view b);

std::string lower_case(std::string_view text);

/// Without spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);

/// Calls `visit(std::string_view)` with each element of a list with commas, trimmed.
template <typename Visit>
void for_each_element(std::string_view list, Visit visit) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    visit(trimmed(list.substr(0, comma)));
    if (comma == std::string_view::npos) return;
    list.remove_prefix(comma + 1);
  }
}

}  // namespace rebond
