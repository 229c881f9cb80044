#include "lembar/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace lembar {

namespace {

namespace fs = std::filesystem;

Diagnostic write_fault(const std::string& path, int number) {
  const std::string why = std::strerror(number);
  return {Severity::error, Fault::surroundings, "system-write", {path, 0, 0, 1, {}},
          {"Hasil tidak dapat ditulis: " + why + ".", "The result cannot be written: " + why + "."},
          {{"Periksa folder tujuan, haknya, dan ruang cakram.", "Check the target folder, its permissions, and disk space."}}};
}

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

mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

std::optional<Diagnostic> write_through(const std::string& path, const std::string& bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return write_fault(path, errno);
  int fault = write_all(file, bytes);
  if (::close(file) != 0 && fault == 0) fault = errno;
  if (fault != 0) return write_fault(path, fault);
  return std::nullopt;
}

std::optional<Diagnostic> write_and_rename(const std::string& path, const std::string& bytes, mode_t mode) {
  const fs::path target = path;
  std::string temporary = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  const int file = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (file < 0) return write_fault(path, errno);
  int fault = write_all(file, bytes);
  if (fault == 0 && ::fchmod(file, mode) != 0) fault = errno;
  if (fault == 0 && ::fsync(file) != 0) fault = errno;
  if (::close(file) != 0 && fault == 0) fault = errno;
  if (fault == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) fault = errno;
  if (fault == 0) return std::nullopt;
  ::unlink(temporary.c_str());
  return write_fault(path, fault);
}

}  // namespace

std::optional<Diagnostic> write_output(const std::string& path, const std::string& bytes) {
  // A link stays a link: what it leads to is replaced.
  std::error_code fault;
  const fs::path real = fs::is_symlink(path, fault) ? fs::canonical(path, fault) : fs::path(path);
  const std::string target = fault || real.empty() ? path : real.string();
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return write_fault(path, EISDIR);
  if (exists && !S_ISREG(status.st_mode)) return write_through(target, bytes);
  if (exists && is_signed_pdf(target)) return signed_fault(path);
  return write_and_rename(target, bytes, exists ? status.st_mode & 07777 : usual_mode());
}

}  // namespace lembar
