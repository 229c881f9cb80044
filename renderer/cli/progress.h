// How far a long run is: a bar on a terminal, a line now and then elsewhere; always on stderr.
#pragma once

#include <chrono>
#include <cstddef>

#include "cli/talk.h"

namespace lembar::cli {

class Progress {
 public:
  explicit Progress(Talk& talk);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::size_t done, std::size_t total, std::size_t failed);
  // Takes the bar off the terminal: what is said next starts at the left.
  void clear();

 private:
  Talk& talk_;
  const bool terminal_;
  bool shown_ = false;
  std::size_t told_ = 0;  // twentieths
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace lembar::cli
