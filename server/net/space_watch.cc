// Turns the cafés read-only before the disk is full.
#include "net/space_watch.h"

#include <utility>

namespace rebond {
namespace {

constexpr int kLookEveryMs = 1'000;

}  // namespace

FreeSpace free_space_of(std::filesystem::path folder) {
  return [folder = std::move(folder)]() -> std::optional<std::uint64_t> {
    std::error_code error;
    const std::filesystem::space_info space = std::filesystem::space(folder, error);
    if (error) return std::nullopt;
    return space.available;
  };
}

bool SpaceGuard::read_only(std::uint64_t free_bytes) {
  const std::uint64_t needed = read_only_ ? min_free_bytes_ + min_free_bytes_ / 4 : min_free_bytes_;
  read_only_ = free_bytes < needed;
  return read_only_;
}

SpaceWatch::SpaceWatch(const boost::asio::any_io_executor& executor, std::uint64_t min_free_bytes,
                       FreeSpace free_space, std::function<void(bool)> on_change)
    : guard_(min_free_bytes),
      free_space_(std::move(free_space)),
      on_change_(std::move(on_change)),
      timer_(executor) {}

void SpaceWatch::start() {
  const auto free_bytes = free_space_();
  // Without an answer the cafés stay as they are.
  const bool read_only = free_bytes ? guard_.read_only(*free_bytes) : read_only_;
  if (read_only != std::exchange(read_only_, read_only)) on_change_(read_only);
  timer_.start(kLookEveryMs, [this] { start(); });
}

void SpaceWatch::stop() {
  timer_.stop();
}

}  // namespace rebond
