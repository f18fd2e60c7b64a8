// Goes over numbered keys of a database, past the parts of its files that cannot be read.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <rocksdb/iterator.h>
#include <string>
#include <string_view>

#include "store/database.h"

namespace rebond {

/// Keys that are numbers behind a prefix, in the order of the numbers.
struct NumberedKeys {
  Family family = Family::kEntries;
  std::function<std::string(std::uint64_t)> key;
  std::function<std::optional<std::uint64_t>(std::string_view)> number;
  std::uint64_t last = 0;
  /// The first key behind them.
  std::string end;
};

/// A block of a table whose checksum is wrong hides some keys, and RocksDB stops there. This finds
/// the next number at which reading works again.
class RescueWalk {
 public:
  using OnValue =
      std::function<void(std::uint64_t number, std::string_view key, std::string_view value)>;
  using OnDamage =
      std::function<void(std::uint64_t from, std::uint64_t to, const std::string& status)>;

  RescueWalk(const Database& database, NumberedKeys keys);

  void run(const OnValue& on_value, const OnDamage& on_damage);

 private:
  bool seek(std::uint64_t number);
  /// Leaves the iterator at the first number above `bad` where it works; none: nowhere.
  std::optional<std::uint64_t> seek_behind(std::uint64_t bad);

  const NumberedKeys keys_;
  const rocksdb::Slice end_;
  std::unique_ptr<rocksdb::Iterator> it_;
};

}  // namespace rebond
