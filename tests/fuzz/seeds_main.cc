// Writes the first inputs of each fuzzer: rebond-fuzz-seeds PLAN FOLDER.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "tests/fuzz/seeds.h"

namespace rebond::fuzz {
namespace {

namespace fs = std::filesystem;

/// In place of those that were there.
void write(const fs::path& folder, const Seeds& seeds) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    std::ofstream out(folder / ((i < 10 ? "0" : "") + std::to_string(i)), std::ios::binary);
    out << seeds[i];
  }
}

int run(const fs::path& plan_file, const fs::path& folder) {
  std::ifstream in(plan_file, std::ios::binary);
  const std::string json{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const Result<Plan> plan = parse_plan(json);
  if (!plan) {
    std::cerr << plan_file << ": " << describe(plan.error()) << "\n";
    return 1;
  }
  write(folder / "decide", decide_seeds(*plan));
  write(folder / "frame", frame_seeds(*plan));
  write(folder / "server_frame", server_frame_seeds(*plan));
  write(folder / "snapshot", snapshot_seeds(*plan));
  write(folder / "plan", plan_seeds(json));
  write(folder / "http", http_seeds(json));
  write(folder / "parsers", parsers_seeds());
  return 0;
}

}  // namespace
}  // namespace rebond::fuzz

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: rebond-fuzz-seeds PLAN FOLDER\n";
    return 2;
  }
  return rebond::fuzz::run(argv[1], argv[2]);
}
