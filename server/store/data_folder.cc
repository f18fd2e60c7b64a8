// The folder in which a server keeps everything, held by one server at a time.
#include "store/data_folder.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>

namespace rebond {
namespace {

Result<void> make_folder(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return {};
  std::filesystem::create_directories(path.parent_path(), error);
  if (error) return cannot_use(path, error.value());
  // Links and words of people are inside.
  if (::mkdir(path.c_str(), S_IRWXU) != 0 && errno != EEXIST) return cannot_use(path, errno);
  return sync_folder(path.parent_path());
}

}  // namespace

Result<DataFolder> DataFolder::hold(const std::filesystem::path& path) {
  std::error_code error;
  // Absolute: the sentence must be true wherever it is read.
  auto folder = std::filesystem::absolute(path, error).lexically_normal();
  if (error || path.empty()) return cannot_use(path, EINVAL);
  if (!folder.has_filename()) folder = folder.parent_path();  // "/data/" is "/data"
  if (auto made = make_folder(folder); !made) return made.error();

  const auto lock_path = folder / "journal.lock";
  FileDescriptor lock(::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!lock.is_open()) return cannot_use(folder, errno);
  if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return cannot_use(folder, errno);
    return Error{ErrorKind::kBusy, "",
                 naming(folder) + " is already open in another server; stop that server, or " +
                     "choose another folder with --data"};
  }
  return DataFolder(folder, std::move(lock));
}

std::string naming(const std::filesystem::path& folder) {
  return "the data folder \"" + folder.string() + "\"";
}

Error cannot_use(const std::filesystem::path& folder, int number) {
  const bool permission = number == EACCES || number == EPERM || number == EROFS;
  return {permission ? ErrorKind::kPermission : ErrorKind::kIo, "",
          naming(folder) + " cannot be made or written (" +
              std::generic_category().message(number) +
              "); choose another folder with --data, or let this user write there"};
}

Result<void> sync_folder(const std::filesystem::path& folder) {
  const FileDescriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open() || ::fsync(opened.get()) != 0) return cannot_use(folder, errno);
  return {};
}

}  // namespace rebond
