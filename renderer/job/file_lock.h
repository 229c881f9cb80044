// A lock that one process holds and that dies with it, however it ends: nobody has to clean up after a kill.
#pragma once

#include <string>

namespace lembar::job {

class FileLock {
 public:
  FileLock() = default;
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

  // Makes the file if it is not there; a folder may be locked too. 0: held. EWOULDBLOCK: another holds it. Any other
  // number is the fault of the system.
  int try_lock(const std::string& path);
  // Waits for it.
  int lock(const std::string& path);

 private:
  int take(const std::string& path, int how);
  int file_ = -1;
};

}  // namespace lembar::job
