// Several lives of a journal on one disk, made by a seed.
#include "tests/power_cut/story.h"

namespace rebond::power_cut {
namespace {

constexpr int kLives = 5;

}  // namespace

void Totals::add(const Life& life, const Promise& promise) {
  ++cuts;
  if (life.was_cut_while_opening()) ++cuts_while_opening;
  requests += promise.requests.size();
  acknowledged += promise.acknowledged;
  damage.files_cut += life.damage().files_cut;
  damage.files_torn += life.damage().files_torn;
  damage.bytes_lost += life.damage().bytes_lost;
  damage.names_lost += life.damage().names_lost;
}

std::string run_story(std::uint64_t seed, Fault fault, const std::filesystem::path& root,
                      Totals& totals) {
  SeededRandom random(seed);
  Promise promise;
  std::filesystem::path folder = root / "0";
  for (int number = 1; number <= kLives; ++number) {
    const std::filesystem::path next = root / std::to_string(number);
    {
      Life life(folder, random, fault);
      if (std::string wrong = life.run(promise); !wrong.empty()) {
        return "life " + std::to_string(number) + ": " + wrong;
      }
      totals.add(life, promise);
      life.restore_into(next);
    }
    std::filesystem::remove_all(folder);
    folder = next;
  }
  return "";
}

}  // namespace rebond::power_cut
