// Drives a RocksJournal in folders of its own.
#include "tests/store/rocks_driver.h"

#include <gtest/gtest.h>

#include "base/check.h"
#include "tests/store/raw_database.h"

namespace rebond {

RocksDriver::RocksDriver() {
  open();
}

void RocksDriver::crash() {
  const auto before = folder();
  ++life_;
  std::filesystem::copy(before, folder(), std::filesystem::copy_options::recursive);
  journal_.reset();
  disk_->heal();
  open();
}

void RocksDriver::damage_entry(const CafeId& cafe, Seq seq) {
  journal_.reset();
  RawDatabase(folder()).damage_entry(cafe, seq);
  open();
}

void RocksDriver::lose_entry(const CafeId& cafe, Seq seq) {
  journal_.reset();
  RawDatabase(folder()).lose_entry(cafe, seq);
  open();
}

void RocksDriver::open() {
  auto opened = RocksJournal::open(folder(), thread_.post(), env_.get());
  if (!opened) ADD_FAILURE() << describe(opened.error());
  CHECK(opened.has_value());
  journal_ = std::move(*opened);
}

}  // namespace rebond
