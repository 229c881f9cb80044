#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace lembar::cli {

namespace {

constexpr std::size_t kCells = 30, kLines = 20;
constexpr auto kPause = std::chrono::milliseconds(100);

}  // namespace

Progress::Progress(Talk& talk) : talk_(talk), terminal_(::isatty(STDERR_FILENO) != 0) {}

void Progress::show(std::size_t done, std::size_t total, std::size_t failed) {
  if (total == 0) return;
  const std::string count = std::to_string(done) + "/" + std::to_string(total);
  const std::string gaps = failed == 0 ? "" : in(talk_.language(), {", " + std::to_string(failed) + " gagal", ", " + std::to_string(failed) + " failed"});
  if (!terminal_) {
    const std::size_t part = done * kLines / total;
    if (part <= told_) return;
    told_ = part;
    talk_.say(count + gaps);
    return;
  }
  const auto now = std::chrono::steady_clock::now();
  if (done < total && shown_ && now - last_ < kPause) return;
  last_ = now;
  shown_ = true;
  const std::size_t full = done * kCells / total;
  const std::string bar = std::string(full, '#') + std::string(kCells - full, '.');
  std::fprintf(stderr, "\r\x1b[K[%s] %s%s", bar.c_str(), count.c_str(), gaps.c_str());
  std::fflush(stderr);
}

void Progress::clear() {
  if (!shown_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace lembar::cli
