#include "lembar/output_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "base/system_fault.h"

namespace lembar {

namespace {

namespace fs = std::filesystem;

Diagnostic signed_fault(const std::string& path) {
  return {Severity::error, Fault::surroundings, "output-signed", {path, 0, 0, 1, {}},
          {"Berkas ini sudah ditandatangani dan tidak akan ditimpa.", "This file is signed and will not be written over."},
          {{"Beri nama lain dengan -o, atau pindahkan berkas itu.", "Give another name with -o, or move that file."}}};
}

// A signature says which bytes it covers, and says so in clear text, for it is written last.
bool is_signed_pdf(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return bytes.compare(0, 5, "%PDF-") == 0 && bytes.find("/ByteRange") != std::string::npos;
}

// 0, or the number of the fault.
int write_all(int file, const std::string& bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t n = ::write(file, bytes.data() + at, bytes.size() - at);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    at += static_cast<std::size_t>(n);
  }
  return 0;
}

// What umask leaves of rw-rw-rw-. Asked of the system and not of umask(), which would have to change it for a moment,
// under the eyes of other threads.
mode_t usual_mode() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("Umask:", 0) == 0) return 0666 & ~static_cast<mode_t>(std::strtoul(line.c_str() + 6, nullptr, 8));
  }
  return 0644;
}

std::optional<Diagnostic> write_through(const std::string& path, const std::string& bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return unwritable_file(path, errno);
  int fault = write_all(file, bytes);
  if (::close(file) != 0 && fault == 0) fault = errno;
  if (fault != 0) return unwritable_file(path, fault);
  return std::nullopt;
}

constexpr std::string_view kMark = ".lembar-";

// `.NAME.lembar-` and six characters of mkostemp's.
bool is_temporary(const std::string& name) {
  return name.size() > kMark.size() + 7 && name[0] == '.' && name.compare(name.size() - kMark.size() - 6, kMark.size(), kMark) == 0;
}

// A hidden name beside the target, that no other file has.
std::string temporary_name(const fs::path& target) {
  return (target.parent_path() / ("." + target.filename().string() + std::string(kMark) + "XXXXXX")).string();
}

// An open file of the target's folder, that no reader takes for the result: without a name where that can be had.
struct Temporary {
  int file = -1;
  std::string name;  // empty: it has none
};

Temporary open_temporary(const fs::path& target) {
  const std::string folder = target.parent_path().empty() ? "." : target.parent_path().string();
  const int unnamed = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  std::string name = unnamed >= 0 ? std::string() : temporary_name(target);
  const int file = unnamed >= 0 ? unnamed : ::mkostemp(name.data(), O_CLOEXEC);
  if (file >= 0) ::flock(file, LOCK_EX | LOCK_NB);  // held while we live: see sweep_temporaries
  return {file, name};
}

// Gives the whole file a name that nobody has. 0, or the number of the fault.
int link_unnamed(int file, const std::string& name) {
  const std::string handle = "/proc/self/fd/" + std::to_string(file);
  return ::linkat(AT_FDCWD, handle.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

std::string free_name(const fs::path& target) {
  std::string name = temporary_name(target);
  const int file = ::mkostemp(name.data(), O_CLOEXEC);
  if (file < 0) return {};
  ::close(file);
  ::unlink(name.c_str());
  return name;
}

enum class Replace { yes, no };

// 0, or the number of the fault.
int put_in_place(Temporary& temporary, const std::string& path, Replace replace) {
  if (replace == Replace::no) {
    if (temporary.name.empty()) return link_unnamed(temporary.file, path);
    return ::link(temporary.name.c_str(), path.c_str()) == 0 ? 0 : errno;
  }
  if (temporary.name.empty()) {
    // Straight to its place where nothing stands there; else beside it first, for only a rename replaces.
    if (const int fault = link_unnamed(temporary.file, path); fault != EEXIST) return fault;
    const std::string name = free_name(path);
    if (const int fault = name.empty() ? errno : link_unnamed(temporary.file, name); fault != 0) return fault;
    temporary.name = name;
  }
  if (::rename(temporary.name.c_str(), path.c_str()) != 0) return errno;
  temporary.name.clear();
  return 0;
}

Diagnostic exists_fault(const std::string& path) {
  return {Severity::error, Fault::surroundings, "output-exists", {path, 0, 0, 1, {}},
          {"Berkas ini sudah ada dan tidak akan ditimpa.", "This file is there already and will not be written over."},
          {{"Beri nama lain.", "Give another name."}}};
}

std::optional<Diagnostic> write_whole(const std::string& path, const std::string& bytes, mode_t mode, Replace replace) {
  Temporary temporary = open_temporary(path);
  if (temporary.file < 0) return unwritable_file(path, errno);
  int fault = write_all(temporary.file, bytes);
  if (fault == 0 && ::fchmod(temporary.file, mode) != 0) fault = errno;
  if (fault == 0 && ::fsync(temporary.file) != 0) fault = errno;
  if (fault == 0) fault = put_in_place(temporary, path, replace);
  if (!temporary.name.empty()) ::unlink(temporary.name.c_str());
  if (::close(temporary.file) != 0 && fault == 0) fault = errno;
  if (fault == 0) return std::nullopt;
  return fault == EEXIST && replace == Replace::no ? exists_fault(path) : unwritable_file(path, fault);
}

}  // namespace

std::optional<Diagnostic> write_output(const std::string& path, const std::string& bytes) {
  // A link stays a link: what it leads to is replaced.
  std::error_code fault;
  const fs::path real = fs::is_symlink(path, fault) ? fs::canonical(path, fault) : fs::path(path);
  const std::string target = fault || real.empty() ? path : real.string();
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return unwritable_file(path, EISDIR);
  if (exists && !S_ISREG(status.st_mode)) return write_through(target, bytes);
  if (exists && is_signed_pdf(target)) return signed_fault(path);
  return write_whole(target, bytes, exists ? status.st_mode & 07777 : usual_mode(), Replace::yes);
}

std::optional<Diagnostic> write_new_output(const std::string& path, const std::string& bytes) {
  return write_whole(path, bytes, usual_mode(), Replace::no);
}

void sweep_temporaries(const std::string& folder) {
  std::error_code fault;
  for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
    if (!is_temporary(at->path().filename().string())) continue;
    const int file = ::open(at->path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) continue;
    struct stat status {};
    const bool ours = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid();
    if (ours && ::flock(file, LOCK_EX | LOCK_NB) == 0) ::unlink(at->path().c_str());
    ::close(file);
  }
}

}  // namespace lembar
