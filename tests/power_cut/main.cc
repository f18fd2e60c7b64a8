// rebond-power-cut: the real journal on a disk whose power goes, each story made by its seed.
#include <CLI/CLI.hpp>
#include <array>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <unistd.h>

#include "tests/power_cut/story.h"

namespace {

using rebond::power_cut::Fault;
using rebond::power_cut::Totals;

struct NamedFault {
  std::string_view name;
  Fault fault;
};
constexpr std::array kFaults = {
    NamedFault{"none", Fault::kNone},
    NamedFault{"skip-sync", Fault::kSkipSync},
    NamedFault{"skip-folder-sync", Fault::kSkipFolderSync},
    NamedFault{"lose-synced", Fault::kLoseSynced},
    NamedFault{"damage-synced", Fault::kDamageSynced},
};

// The story that is running, for whoever ends this process from inside.
std::string running;

void on_abort(int) {
  if (::write(STDOUT_FILENO, running.data(), running.size()) < 0) std::_Exit(2);
  std::_Exit(1);
}

class Folder {
 public:
  Folder() {
    std::string name =
        (std::filesystem::temp_directory_path() / "rebond-power-cut-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder& operator=(Folder&&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

void print(const Totals& totals, bool as_json) {
  if (as_json) {
    std::cout << "{\"power_cuts\": " << totals.cuts
              << ", \"while_opening\": " << totals.cuts_while_opening
              << ", \"requests\": " << totals.requests
              << ", \"acknowledged\": " << totals.acknowledged
              << ", \"files_cut\": " << totals.damage.files_cut
              << ", \"files_torn_or_damaged\": " << totals.damage.files_torn
              << ", \"bytes_lost\": " << totals.damage.bytes_lost
              << ", \"names_lost\": " << totals.damage.names_lost << ", \"failures\": 0}\n";
    return;
  }
  std::cout << totals.cuts << " power cuts lost nothing: " << totals.cuts_while_opening
            << " while opening, " << totals.requests << " requests, " << totals.acknowledged
            << " acknowledged, " << totals.damage.files_cut << " files cut, "
            << totals.damage.files_torn << " torn or damaged, " << totals.damage.bytes_lost
            << " bytes and " << totals.damage.names_lost << " names lost\n";
}

int run(std::uint64_t from, std::uint64_t to, Fault fault, bool as_json) {
  Totals totals;
  for (std::uint64_t seed = from; seed <= to; ++seed) {
    running = "reproduce: rebond-power-cut --seed " + std::to_string(seed) + "\n";
    const Folder root;
    const std::string wrong = rebond::power_cut::run_story(seed, fault, root.path(), totals);
    if (!wrong.empty()) {
      std::cout << "seed " << seed << ": " << wrong << "\n" << running;
      return 1;
    }
  }
  print(totals, as_json);
  return 0;
}

std::optional<Fault> fault_named(std::string_view name) {
  for (const NamedFault& fault : kFaults) {
    if (fault.name == name) return fault.fault;
  }
  return std::nullopt;
}

bool read_range(const std::string& text, std::uint64_t& from, std::uint64_t& to) {
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) return false;
  try {
    from = std::stoull(text.substr(0, dots));
    to = std::stoull(text.substr(dots + 2));
  } catch (const std::exception&) {
    return false;
  }
  return from <= to;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGABRT, on_abort);
  CLI::App app("Cuts the power of the disk under the real journal, at random moments, by seed.");
  std::uint64_t seed = 1;
  std::string seeds;
  std::string name = "none";
  std::string names;
  for (const NamedFault& fault : kFaults)
    names += (names.empty() ? "" : ", ") + std::string(fault.name);
  const auto* one = app.add_option("--seed", seed, "One story of five lives");
  app.add_option("--seeds", seeds, "Many stories, FROM..TO")->excludes("--seed");
  app.add_option("--plant", name, "What to do wrong: " + names);
  bool as_json = false;
  app.add_flag("--json", as_json, "The sums as one JSON object");
  CLI11_PARSE(app, argc, argv);
  std::uint64_t from = one->count() > 0 ? seed : 1;
  std::uint64_t to = from;
  const auto fault = fault_named(name);
  if (!fault || (!seeds.empty() && !read_range(seeds, from, to))) {
    std::cerr << "rebond-power-cut: --seeds is FROM..TO, and --plant one of " << names << "\n";
    return 2;
  }
  return run(from, to, *fault, as_json);
}
