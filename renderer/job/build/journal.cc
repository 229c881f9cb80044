#include "job/build/journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <vector>

#include "base/sha256.h"
#include "base/system_fault.h"
#include "job/resources.h"
#include "lembar/output_file.h"

namespace lembar::job {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSum = 8, kDigest = 64;

std::string line_of(const std::string& target, const Built& built) {
  std::string name;
  for (const char c : target) name += c == '\n' ? "\\n" : c == '\\' ? "\\\\" : std::string(1, c);
  const std::string rest = built.digest + " " + built.sum + " " + std::to_string(built.size) + " " + name;
  return sha256_of(rest).substr(0, kSum) + " " + rest + "\n";
}

std::string unescaped(const std::string& name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '\\' && i + 1 < name.size()) {
      ++i;
      out += name[i] == 'n' ? '\n' : name[i];
    } else {
      out += name[i];
    }
  }
  return out;
}

}  // namespace

Journal::~Journal() {
  if (file_ >= 0) ::close(file_);
}

std::optional<Diagnostic> Journal::open(const std::string& folder, const std::string& share) {
  path_ = (fs::path(folder) / ("built-" + share)).string();
  std::vector<std::string> others;
  std::error_code fault;
  for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
    if (at->path().filename().string().rfind("built-", 0) == 0 && at->path().string() != path_) others.push_back(at->path().string());
  }
  std::sort(others.begin(), others.end());
  for (const std::string& other : others) read(other, false);
  read(path_, true);
  if (own_lines_ > 3 * own_.size() + 1000)
    if (const auto failed = tidy(path_)) return failed;
  file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (file_ < 0) return unwritable_file(path_, errno);
  return std::nullopt;
}

void Journal::read(const std::string& path, bool own) {
  std::istringstream lines(read_file(path).value_or(""));
  for (std::string line; std::getline(lines, line);) {
    if (own) ++own_lines_;
    if (line.size() < kSum + 2 * kDigest + 5) continue;
    const std::string rest = line.substr(kSum + 1);
    if (sha256_of(rest).compare(0, kSum, line, 0, kSum) != 0) continue;
    const std::size_t size = 2 * (kDigest + 1), name = rest.find(' ', size);
    if (name == std::string::npos) continue;
    const Built built{rest.substr(0, kDigest), rest.substr(kDigest + 1, kDigest), std::strtoull(rest.c_str() + size, nullptr, 10)};
    const std::string target = unescaped(rest.substr(name + 1));
    built_[target] = built;
    if (own) own_[target] = built;
  }
}

std::optional<Diagnostic> Journal::tidy(const std::string& path) {
  std::string all;
  for (const auto& [target, built] : own_) all += line_of(target, built);
  return write_output(path, all);
}

const Built* Journal::find(const std::string& target) const {
  const auto found = built_.find(target);
  return found == built_.end() ? nullptr : &found->second;
}

std::optional<Diagnostic> Journal::add(const std::string& target, const Built& built) {
  const std::string line = line_of(target, built);
  const std::lock_guard<std::mutex> lock(writing_);
  std::size_t at = 0;
  while (at < line.size()) {
    const ssize_t n = ::write(file_, line.data() + at, line.size() - at);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return unwritable_file(path_, errno);
    at += static_cast<std::size_t>(n);
  }
  return std::nullopt;
}

}  // namespace lembar::job
