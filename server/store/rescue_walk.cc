// Goes over numbered keys of a database, past the parts of its files that cannot be read.
#include "store/rescue_walk.h"

#include <utility>

namespace rebond {

RescueWalk::RescueWalk(const Database& database, NumberedKeys keys)
    : keys_(std::move(keys)), end_(keys_.end) {
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &end_;
  it_.reset(database.db().NewIterator(options, database.family(keys_.family)));
}

void RescueWalk::run(const OnValue& on_value, const OnDamage& on_damage) {
  std::uint64_t next = 0;
  seek(next);
  while (it_->Valid() || !it_->status().ok()) {
    if (!it_->Valid()) {
      const std::string status = it_->status().ToString();
      const auto behind = seek_behind(next);
      on_damage(next, behind ? *behind - 1 : keys_.last, status);
      if (!behind) return;
      next = *behind;
      continue;
    }
    const std::string_view key = it_->key().ToStringView();
    if (const auto number = keys_.number(key)) {
      on_value(*number, key, it_->value().ToStringView());
      if (*number == keys_.last) return;
      next = *number + 1;
    }
    it_->Next();
  }
}

bool RescueWalk::seek(std::uint64_t number) {
  it_->Seek(keys_.key(number));
  return it_->status().ok();
}

// In steps that double, then by halves: some tens of attempts, however large the hole.
std::optional<std::uint64_t> RescueWalk::seek_behind(std::uint64_t bad) {
  std::uint64_t step = 1;
  while (step != 0 && keys_.last - bad >= step && !seek(bad + step)) {
    bad += step;
    step *= 2;  // 0 behind the largest
  }
  if (step == 0 || keys_.last - bad < step) return std::nullopt;
  std::uint64_t good = bad + step;
  while (good - bad > 1) {
    const std::uint64_t middle = bad + (good - bad) / 2;
    (seek(middle) ? good : bad) = middle;
  }
  seek(good);
  return good;
}

}  // namespace rebond
