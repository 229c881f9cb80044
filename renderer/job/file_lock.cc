#include "job/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace lembar::job {

FileLock::~FileLock() {
  if (file_ >= 0) ::close(file_);
}

int FileLock::try_lock(const std::string& path) { return take(path, LOCK_EX | LOCK_NB); }
int FileLock::lock(const std::string& path) { return take(path, LOCK_EX); }

int FileLock::take(const std::string& path, int how) {
  if (file_ < 0) file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_ < 0 && errno == ENOENT) file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) return errno;
  while (::flock(file_, how) != 0) {
    if (errno != EINTR) return errno;
  }
  return 0;
}

}  // namespace lembar::job
