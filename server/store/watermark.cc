// How far the database is known to have come, in a file apart from it.
#include "store/watermark.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>

#include "base/bytes.h"
#include "base/check.h"
#include "store/checked_value.h"
#include "store/data_folder.h"

namespace rebond {
namespace {

constexpr std::string_view kSealedAs = "rebond journal watermark 1";
// A sealed number: so small that a disk writes it whole or not at all.
constexpr std::size_t kRecordBytes = 12;

Error cannot_use_file(const std::filesystem::path& file, int number) {
  const bool permission = number == EACCES || number == EPERM || number == EROFS;
  return {permission ? ErrorKind::kPermission : ErrorKind::kIo, "",
          "\"" + file.string() + "\" cannot be written (" +
              std::generic_category().message(number) +
              "); free or repair the disk, then start the server again"};
}

}  // namespace

Result<Watermark> Watermark::open(const std::filesystem::path& file) {
  FileDescriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!descriptor.is_open()) return cannot_use_file(file, errno);
  Watermark watermark(file, std::move(descriptor));
  if (auto loaded = watermark.load(); !loaded) return loaded.error();
  if (auto synced = sync_folder(file.parent_path()); !synced) return synced.error();
  return watermark;
}

Result<std::uint64_t> Watermark::read(const std::filesystem::path& file) {
  FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!descriptor.is_open() && errno == ENOENT) return std::uint64_t{0};
  if (!descriptor.is_open()) return cannot_use_file(file, errno);
  Watermark watermark(file, std::move(descriptor));
  if (auto loaded = watermark.load(); !loaded) return loaded.error();
  return watermark.reached();
}

Result<void> Watermark::load() {
  std::array<char, kRecordBytes + 1> bytes{};
  const ssize_t size = ::pread(descriptor_.get(), bytes.data(), bytes.size(), 0);
  if (size < 0) return cannot_use_file(file_, errno);
  // Made, but the machine stopped before the first number was saved.
  if (size == 0) return {};

  const auto number = unseal(kSealedAs, {bytes.data(), static_cast<std::size_t>(size)});
  if (!number || number->size() != sizeof(reached_)) {
    return Error{ErrorKind::kCorrupt, "",
                 "\"" + file_.string() + "\" is damaged; restore a backup of the data folder, or " +
                     "remove this file to accept what the journal still holds"};
  }
  reached_ = read_u64(*number);
  return {};
}

Result<void> Watermark::save(std::uint64_t reached) {
  CHECK(reached >= reached_);
  std::string number;
  append_u64(number, reached);
  const std::string record = seal(kSealedAs, number);
  CHECK(record.size() == kRecordBytes);
  const ssize_t written = ::pwrite(descriptor_.get(), record.data(), record.size(), 0);
  if (written < 0) return cannot_use_file(file_, errno);
  if (static_cast<std::size_t>(written) != record.size()) return cannot_use_file(file_, ENOSPC);
  if (::fdatasync(descriptor_.get()) != 0) return cannot_use_file(file_, errno);
  reached_ = reached;
  return {};
}

}  // namespace rebond
