// How --help looks.
#include "clients/cli/help.h"

namespace rebond::cli {
namespace {

constexpr std::size_t kColumn = 26;

/// "SECONDS" of "SECONDS:FLOAT in [0.1 - 86400]".
std::string name_of_value(const CLI::Option& option) {
  const std::string name = option.get_type_name();
  return name.substr(0, name.find(':'));
}

}  // namespace

Help::Help() {
  column_width(kColumn);
}

std::string Help::make_option_opts(const CLI::Option* option) const {
  const std::string value = name_of_value(*option);
  std::string text = value.empty() || option->get_positional() ? "" : " " + value;
  if (option->get_required() && !option->get_positional()) text += " (required)";
  if (!option->get_default_str().empty()) text += " (" + option->get_default_str() + ")";
  return text;
}

std::string Help::make_option_usage(const CLI::Option* option) const {
  const std::string name = option->get_name(/*positional=*/true);
  if (option->get_expected_max() > 1) return "[" + name + "…]";
  return option->get_required() ? name : "[" + name + "]";
}

}  // namespace rebond::cli
