// Chance as an input.
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace rebond {

/// Where chance comes from. Tests and the simulation have a seeded one.
class Random {
 public:
  virtual ~Random() = default;

  virtual std::uint64_t next_u64() = 0;

  /// `size` random bytes.
  std::string bytes(std::size_t size);

  /// A number in [0, bound); `bound` must be positive.
  std::uint64_t below(std::uint64_t bound) { return next_u64() % bound; }

  /// `size` letters and digits that nobody confuses when reading them aloud.
  std::string readable(std::size_t size);
};

/// The operating system's generator: fit for secrets.
class SystemRandom final : public Random {
 public:
  std::uint64_t next_u64() override;
};

/// The same numbers for the same seed; not fit for secrets.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
  std::uint64_t next_u64() override { return engine_(); }

 private:
  std::mt19937_64 engine_;
};

}  // namespace rebond
