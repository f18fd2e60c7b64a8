// The secret of who may found cafés from another machine.
#include "net/admin_token.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/bytes.h"
#include "base/limits.h"

namespace rebond {
namespace {

/// A file that is closed at the end of its scope.
class File {
 public:
  File(const std::filesystem::path& path, int flags) : handle_(open(path.c_str(), flags, 0600)) {}
  ~File() {
    if (is_open()) close(handle_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool is_open() const { return handle_ >= 0; }

  bool write_all(const std::string& text) const {
    return write(handle_, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
           fsync(handle_) == 0;
  }

  /// The first word.
  std::string read_word() const {
    char text[256] = {};
    const ssize_t size = read(handle_, text, sizeof(text) - 1);
    return size > 0 ? std::string(text, strcspn(text, " \t\r\n")) : std::string();
  }

 private:
  int handle_;
};

Error failed(const std::filesystem::path& file, const char* what) {
  return {ErrorKind::kPermission, "--admin-token-file",
          std::string("cannot ") + what + " " + file.string() + " (" + std::strerror(errno) +
              "); choose another file, or give this user the right to it"};
}

}  // namespace

Result<std::string> admin_token_of(const std::filesystem::path& file, Random& random) {
  if (const File made(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC); made.is_open()) {
    std::string token = to_hex(random.bytes(kSecretBytes));
    if (made.write_all(token + "\n")) return token;
    Error error = failed(file, "write");
    // Half a token would be believed at the next start.
    unlink(file.c_str());
    return error;
  }
  if (errno != EEXIST) return failed(file, "make");

  const File kept(file, O_RDONLY | O_CLOEXEC);
  if (!kept.is_open()) return failed(file, "read");
  std::string token = kept.read_word();
  if (token.empty()) {
    return Error{ErrorKind::kInvalid, "--admin-token-file",
                 file.string() + " holds no token; delete it, and the server makes one"};
  }
  return token;
}

}  // namespace rebond
