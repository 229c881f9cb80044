// How time and memory grow with the length of a sheet: 100, 1,000 and 10,000 steps from source to finished PDF, each in
// a process of its own. The ratios are to the 100-step sheet of the same run, so that machines compare: 1 is linear.
//
//   scale_bench [MOST_STEPS]
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "lembar/render.h"
#include "support/long_sheet.h"

namespace {

using lembar::test::LongKind;

struct Measured {
  bool made = false;
  double wall = 0, cpu = 0;  // seconds
  double peak = 0;           // MB
};

bool make(int steps, LongKind kind) {
  const lembar::RenderResult result = lembar::render({"long.xml", lembar::test::long_sheet(steps, kind)}, {});
  for (const lembar::Diagnostic& diagnostic : result.diagnostics) std::fprintf(stderr, "%s\n", diagnostic.message.en.c_str());
  return !result.files.empty();
}

Measured measure(int steps, LongKind kind) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) _exit(make(steps, kind) ? 0 : 1);
  int status = 1;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child) return {};
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  return {status == 0, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
          seconds(usage.ru_utime) + seconds(usage.ru_stime), static_cast<double>(usage.ru_maxrss) / 1024};
}

}  // namespace

int main(int argc, char** argv) {
  const int most = argc > 1 ? std::atoi(argv[1]) : 10'000;
  std::printf("%-8s %8s %8s %8s %14s %14s %10s\n", "sheet", "steps", "wall s", "CPU s", "CPU ms/step", "ratio to 100", "peak MB");
  for (const auto& [name, kind] : {std::pair{"regular", LongKind::regular}, {"random", LongKind::random}}) {
    double base = 0;
    for (int steps = 100; steps <= most; steps *= 10) {
      const Measured m = measure(steps, kind);
      if (!m.made) {
        std::fprintf(stderr, "the %s sheet of %d steps was not made\n", name, steps);
        return 1;
      }
      if (steps == 100) base = m.cpu / steps;
      std::printf("%-8s %8d %8.2f %8.2f %14.2f %14.2f %10.0f\n", name, steps, m.wall, m.cpu, m.cpu * 1000 / steps, m.cpu / steps / base, m.peak);
      std::fflush(stdout);
    }
  }
  return 0;
}
