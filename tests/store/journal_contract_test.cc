// Runs the contract on each of our journals.
#include "tests/store/journal_contract.h"

#include "tests/store/memory_driver.h"
#include "tests/store/rocks_driver.h"
#include "tests/store/whole_cafe_contract.h"

namespace rebond {
namespace {

const JournalKind kMemory{"Memory", [] { return std::make_unique<MemoryDriver>(); }};
const JournalKind kRocks{"Rocks", [] { return std::make_unique<RocksDriver>(); }};

INSTANTIATE_TEST_SUITE_P(Store, JournalContract, testing::Values(kMemory, kRocks),
                         [](const auto& kind) { return kind.param.name; });
INSTANTIATE_TEST_SUITE_P(Store, WholeCafeContract, testing::Values(kMemory, kRocks),
                         [](const auto& kind) { return kind.param.name; });

}  // namespace
}  // namespace rebond
