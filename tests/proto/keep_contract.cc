// Stores the contract that was built, when it only adds to the one that is stored.
//
//   keep_contract BUILT STORED
#include <iostream>

#include "tests/proto/contract_file.h"
#include "tests/proto/evolution.h"

namespace rebond::test {
namespace {

int keep(const std::string& built_path, const std::string& stored_path) {
  const auto built = read_built_contract(built_path);
  if (!built) {
    std::cerr << "keep_contract: " << built_path << " cannot be read; build it first\n";
    return 1;
  }
  if (const auto stored = read_stored_contract(stored_path)) {
    const std::vector<std::string> broken = breaking_changes(*stored, *built);
    for (const std::string& one : broken) std::cerr << "keep_contract: " << one << "\n";
    if (!broken.empty()) {
      std::cerr << "keep_contract: nothing is stored; add instead of changing\n";
      return 1;
    }
  }
  if (!store_contract(*built, stored_path)) {
    std::cerr << "keep_contract: " << stored_path << " cannot be written\n";
    return 1;
  }
  std::cout << "stored in " << stored_path << "\n";
  return 0;
}

}  // namespace
}  // namespace rebond::test

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "keep_contract: say which file was built and where it is stored\n";
    return 2;
  }
  return rebond::test::keep(argv[1], argv[2]);
}
