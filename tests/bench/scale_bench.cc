// How time and memory grow with the length of a sheet: 100, 1,000 and 10,000 steps from source to PDF. Each figure is
// a ratio to the 100-step sheet of the same run, so that machines compare.
//
//   scale_bench [MOST_STEPS]
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "lembar/render.h"

namespace {

// Every fifth step is a decision whose No goes back a few steps, as in real sheets; performers change from step to step.
std::string long_sheet(int steps) {
  constexpr int kLanes = 6;
  std::string xml = "<sop versi=\"1\"><identitas><nomor>1</nomor><nama-sop>Penyusunan Laporan</nama-sop></identitas><pelaksana>";
  for (int lane = 0; lane < kLanes; ++lane) xml += "<aktor id=\"l" + std::to_string(lane) + "\">Pelaksana " + std::to_string(lane + 1) + "</aktor>";
  xml += "</pelaksana><prosedur>";
  for (int i = 0; i < steps; ++i) {
    const std::string n = std::to_string(i);
    const bool first = i == 0, last = i + 1 == steps, decision = !first && !last && i % 5 == 4;
    xml += "<langkah id=\"s" + n + "\" pelaksana=\"l" + std::to_string(i * 7 % 11 % kLanes) + "\"" +
           (first ? " bentuk=\"mulai\"" : last ? " bentuk=\"selesai\"" : decision ? " bentuk=\"keputusan\"" : "") + "><uraian>Menyusun laporan kinerja triwulan " + n +
           " dan menyampaikannya kepada pimpinan</uraian>";
    if (decision)
      xml += "<alur ke=\"s" + std::to_string(i + 1) + "\" label=\"Ya\"/><alur ke=\"s" + std::to_string(i - 1 - i % 3) + "\" label=\"Tidak\"/>";
    xml += "<kelengkapan>Berkas " + n + "</kelengkapan><waktu>15 Menit</waktu><output>Laporan " + n + "</output></langkah>";
  }
  return xml + "</prosedur></sop>";
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

int main(int argc, char** argv) {
  const int most = argc > 1 ? std::atoi(argv[1]) : 10'000;
  double base = 0;
  std::printf("%8s %10s %14s %16s %12s %10s\n", "steps", "CPU s", "CPU ms/step", "per step, x 100", "peak MB", "PDF KB");
  for (int steps = 100; steps <= most; steps *= 10) {
    const std::string xml = long_sheet(steps);
    const double before = cpu_seconds();
    const lembar::RenderResult result = lembar::render({"long.xml", xml}, {});
    const double spent = cpu_seconds() - before;
    if (result.files.empty()) {
      std::fprintf(stderr, "the sheet of %d steps was not made: %s\n", steps, result.diagnostics.empty() ? "" : result.diagnostics.front().message.en.c_str());
      return 1;
    }
    if (steps == 100) base = spent / steps;
    std::printf("%8d %10.2f %14.2f %16.2f %12.0f %10zu\n", steps, spent, spent * 1000 / steps, spent / steps / base, peak_megabytes(), result.files.front().size() / 1024);
  }
  return 0;
}
