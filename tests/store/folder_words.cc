// Finds words in the files of a data folder, as somebody would who has stolen the disk.
#include "tests/store/folder_words.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <memory>
#include <rocksdb/iterator.h>
#include <rocksdb/options.h>
#include <rocksdb/sst_file_reader.h>

namespace rebond {
namespace {

bool in_bytes(const std::filesystem::path& file, std::string_view words) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  return bytes.find(words) != std::string::npos;
}

bool in_values(const std::filesystem::path& table, std::string_view words) {
  rocksdb::SstFileReader reader{rocksdb::Options()};
  if (!reader.Open(table.string()).ok()) return false;  // removed meanwhile
  const std::unique_ptr<rocksdb::Iterator> it(reader.NewIterator({}));
  for (it->SeekToFirst(); it->Valid(); it->Next()) {
    if (it->value().ToStringView().find(words) != std::string_view::npos) return true;
  }
  EXPECT_TRUE(it->status().ok());
  return false;
}

}  // namespace

std::vector<std::string> files_with(const std::filesystem::path& folder, std::string_view words) {
  std::vector<std::string> found;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (!file.is_regular_file()) continue;
    const bool table = file.path().extension() == ".sst";
    if (in_bytes(file.path(), words) || (table && in_values(file.path(), words))) {
      found.push_back(file.path().filename().string());
    }
  }
  return found;
}

}  // namespace rebond
