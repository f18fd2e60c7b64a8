// Turns the cafés read-only before the disk is full.
#include "net/space_watch.h"

#include <algorithm>
#include <utility>

namespace rebond {
namespace {

constexpr std::uint64_t kPartOfDisk = 20;
constexpr std::uint64_t kMinFreeMost = 1ULL << 30U;

}  // namespace

FreeSpace free_space_of(std::filesystem::path folder) {
  return [folder = std::move(folder)]() -> std::optional<DiskSpace> {
    std::error_code error;
    const std::filesystem::space_info space = std::filesystem::space(folder, error);
    if (error) return std::nullopt;
    return DiskSpace{space.available, space.capacity};
  };
}

bool SpaceGuard::read_only(const DiskSpace& disk) {
  const std::uint64_t usual = std::min(disk.capacity / kPartOfDisk, kMinFreeMost);
  const std::uint64_t minimum = min_free_bytes_.value_or(usual);
  read_only_ = disk.free < (read_only_ ? minimum + minimum / 4 : minimum);
  return read_only_;
}

SpaceWatch::SpaceWatch(const boost::asio::any_io_executor& executor,
                       std::optional<std::uint64_t> min_free_bytes, FreeSpace free_space,
                       std::function<void(bool)> on_change, int look_every_ms)
    : guard_(min_free_bytes),
      free_space_(std::move(free_space)),
      on_change_(std::move(on_change)),
      look_every_ms_(look_every_ms),
      timer_(executor) {}

void SpaceWatch::start() {
  const auto disk = free_space_();
  // Without an answer the cafés stay as they are.
  const bool read_only = disk ? guard_.read_only(*disk) : read_only_;
  if (read_only != std::exchange(read_only_, read_only)) on_change_(read_only);
  timer_.start(look_every_ms_, [this] { start(); });
}

void SpaceWatch::stop() {
  timer_.stop();
}

}  // namespace rebond
