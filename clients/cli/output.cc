// Standard output, line by line.
#include "clients/cli/output.h"

#include <iostream>

namespace rebond::cli {

void print_line(std::string_view line) {
  std::cout << line << std::endl;
}

void print_error(std::string_view sentence) {
  std::cerr << "rebond: " << sentence << std::endl;
}

}  // namespace rebond::cli
