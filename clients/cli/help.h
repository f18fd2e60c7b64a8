// How --help looks.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace rebond::cli {

/// CLI11's layout without what a person does not need: bounds in the place of a name, REQUIRED.
class Help final : public CLI::Formatter {
 public:
  Help();

  std::string make_option_opts(const CLI::Option* option) const override;
  std::string make_option_usage(const CLI::Option* option) const override;
};

}  // namespace rebond::cli
