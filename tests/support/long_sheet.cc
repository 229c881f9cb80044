#include "support/long_sheet.h"

#include <algorithm>
#include <cstdint>

namespace lembar::test {

namespace {

constexpr int kLanes = 6;

class Lots {
 public:
  // Less than n.
  int draw(int n) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
  }

 private:
  std::uint64_t state_ = 2012;
};

struct Turn {
  int lane = 0;
  bool decision = false;
  int back = 1;  // steps that its No goes back
};

Turn turn_of(int step, LongKind kind, Lots& lots) {
  if (kind == LongKind::regular) return {step * 7 % 11 % kLanes, step % 5 == 4, 1 + step % 3};
  return {lots.draw(kLanes), lots.draw(5) == 0, 1 + lots.draw(6)};
}

}  // namespace

std::string long_sheet(int steps, LongKind kind) {
  std::string xml = "<sop versi=\"1\"><identitas><nomor>1</nomor><nama-sop>Penyusunan Laporan</nama-sop></identitas><pelaksana>";
  for (int lane = 0; lane < kLanes; ++lane)
    xml += "<aktor id=\"l" + std::to_string(lane) + "\">Pelaksana " + std::to_string(lane + 1) + "</aktor>";
  xml += "</pelaksana><prosedur>";
  Lots lots;
  for (int i = 0; i < steps; ++i) {
    const std::string n = std::to_string(i);
    const bool first = i == 0, last = i + 1 == steps;
    const Turn turn = turn_of(i, kind, lots);
    const bool decision = turn.decision && !first && !last;
    xml += "<langkah id=\"s" + n + "\" pelaksana=\"l" + std::to_string(turn.lane) + "\"" +
           (first ? " bentuk=\"mulai\"" : last ? " bentuk=\"selesai\"" : decision ? " bentuk=\"keputusan\"" : "") +
           "><uraian>Menyusun laporan kinerja triwulan " + n + " dan menyampaikannya kepada pimpinan</uraian>";
    if (decision)
      xml += "<alur ke=\"s" + std::to_string(i + 1) + "\" label=\"Ya\"/><alur ke=\"s" + std::to_string(std::max(0, i - turn.back)) +
             "\" label=\"Tidak\"/>";
    xml += "<kelengkapan>Berkas " + n + "</kelengkapan><waktu>15 Menit</waktu><output>Laporan " + n + "</output></langkah>";
  }
  return xml + "</prosedur></sop>";
}

}  // namespace lembar::test
