// The database of a data folder without our checks, for tests that spoil it.
#include "tests/store/raw_database.h"

#include "base/check.h"
#include "store/keys.h"

namespace rebond {

RawDatabase::RawDatabase(const std::filesystem::path& data_folder) {
  const auto folder = DataFolder::hold(data_folder);
  CHECK(folder.has_value());
  auto announcer = std::make_shared<Announcer>([](const std::function<void()>&) {});
  auto opened = Database::open(*folder, 0, announcer, nullptr);
  CHECK(opened.has_value());
  database_ = std::move(*opened);
}

void RawDatabase::damage_entry(const CafeId& cafe, Seq seq) {
  damage(Family::kEntries, entry_key(cafe, seq));
}

void RawDatabase::damage(Family family, const std::string& key) {
  auto* const handle = database_->family(family);
  std::string value;
  CHECK(database_->db().Get({}, handle, key, &value).ok());
  value.back() = static_cast<char>(value.back() ^ 1);
  CHECK(database_->db().Put({}, handle, key, value).ok());
}

void RawDatabase::add_family(const std::string& name) {
  rocksdb::ColumnFamilyHandle* made = nullptr;
  CHECK(database_->db().CreateColumnFamily({}, name, &made).ok());
  CHECK(database_->db().DestroyColumnFamilyHandle(made).ok());
}

void RawDatabase::lose_entry(const CafeId& cafe, Seq seq) {
  CHECK(database_->db().Delete({}, database_->family(Family::kEntries), entry_key(cafe, seq)).ok());
}

}  // namespace rebond
