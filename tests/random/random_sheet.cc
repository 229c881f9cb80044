#include "random/random_sheet.h"

#include <algorithm>
#include <map>

#include "random/random_source.h"
#include "random/random_words.h"

namespace lembar::test {

namespace {

struct Shape {
  int steps = 8, lanes = 4;
  int decisions = 25;      // per cent of steps
  int back_to_start = 10;  // per cent of No branches that go to the first steps
  int jump = 6;            // rows that a branch may jump
  int far_jumps = 5;       // per cent of connectors that go anywhere
  int several = 10;        // per cent of steps with several symbols
  int spans = 4;           // per cent of symbols over lanes or rows
  int long_words = 10;     // per cent of cells with long texts
  int merges = 6;          // per cent of steps that merge a cell
  bool zigzag = false;
  int tables = 1;
  bool rich_front = false;
};

Shape shape_of(Family family, RandomSource& r) {
  Shape s;
  s.steps = r.between(5, 12);
  s.lanes = r.between(2, 6);
  switch (family) {
    case Family::middle: s.steps = r.between(13, 30); s.lanes = r.between(3, 10); break;
    case Family::big: s.steps = r.between(31, 66); s.lanes = r.between(4, 12); break;
    case Family::narrow: s.steps = r.between(8, 24); s.lanes = r.between(10, 13); break;
    case Family::wide: s.steps = r.between(5, 20); s.lanes = r.between(14, 15); break;
    case Family::loops: s.steps = r.between(8, 24); s.decisions = 60; s.back_to_start = 80; break;
    case Family::zigzag: s.steps = r.between(8, 24); s.lanes = r.between(6, 12); s.zigzag = true; break;
    case Family::one_lane: s.steps = r.between(12, 36); s.lanes = 1; s.decisions = 70; s.back_to_start = 30; s.jump = 12; break;
    case Family::joint: s.several = 70; s.lanes = r.between(4, 8); s.steps = r.between(6, 18); break;
    case Family::skips: s.steps = r.between(12, 30); s.far_jumps = 40; s.jump = 20; break;
    case Family::dense: s.several = 50; s.spans = 25; s.decisions = 35; s.steps = r.between(6, 20); break;
    case Family::tables: s.tables = r.between(2, 5); s.steps = r.between(3, 9); break;
    case Family::words: s.long_words = 60; s.merges = 30; s.steps = r.between(5, 18); break;
    case Family::front: s.rich_front = true; s.steps = r.between(3, 8); break;
    default: break;
  }
  return s;
}

struct Drawn {  // a symbol of the flow, before it is written
  std::string id, actor, actor_to, shape, text;
  int rows = 1;
  bool dead_end = false;
  std::vector<std::string> flows;  // <alur …/>
};

class TableMaker {
 public:
  TableMaker(RandomSource& r, RandomWords& words, const Shape& shape, std::string prefix, bool own_lanes, int lanes)
      : r_(r), words_(words), s_(shape), prefix_(std::move(prefix)), own_lanes_(own_lanes), lanes_(lanes) {}

  std::string run() {
    place_symbols();
    join_symbols();
    return write();
  }

 private:
  std::string lane(int n) const { return "l" + std::to_string(n + 1); }
  int random_lane(int step) {
    if (s_.zigzag) return step % 2 == 0 ? r_.between(0, std::min(1, lanes_ - 1)) : r_.between(std::max(0, lanes_ - 2), lanes_ - 1);
    return r_.between(0, lanes_ - 1);
  }

  void place_symbols() {
    steps_.resize(s_.steps);
    for (int i = 0; i < s_.steps; ++i) {
      const int first = random_lane(i);
      const int count = r_.chance(s_.several) ? r_.between(2, std::min(4, lanes_ + 1)) : 1;
      std::vector<int> used;
      for (int k = 0; k < count; ++k) {
        Drawn d;
        d.id = count == 1 ? prefix_ + std::to_string(i) : prefix_ + std::to_string(i) + "-" + std::to_string(k + 1);
        int at = k == 0 ? first : r_.between(0, lanes_ - 1);
        // Two symbols of one cell are allowed, but seldom.
        if (std::count(used.begin(), used.end(), at) > 0 && !r_.chance(30)) at = (at + 1) % lanes_;
        used.push_back(at);
        d.actor = lane(at);
        d.shape = "proses";
        if (i == 0 && k == 0 && r_.chance(85)) d.shape = "mulai";
        if (i + 1 == s_.steps && k + 1 == count && r_.chance(85)) d.shape = "selesai";
        if (d.shape == "proses" && r_.chance(s_.decisions)) d.shape = "keputusan";
        if (d.shape == "proses" && r_.chance(4)) d.shape = "lingkaran";
        if (d.shape == "mulai") d.text = r_.pick<std::string>({"", "Mulai", "MULAI"});
        if (d.shape == "selesai") d.text = r_.pick<std::string>({"", "Selesai", "selesai"});
        if (d.shape == "keputusan" && r_.chance(50)) d.text = r_.pick<std::string>({"Lengkap?", "Setuju?", "Sesuai?", "R/T?", "Ada perbaikan?"});
        if (d.shape == "proses" && r_.chance(20)) d.text = r_.pick<std::string>({"Catat", "Periksa berkas", "Arsip", "1", "Tanda tangan"});
        if (d.shape == "proses" && r_.chance(s_.spans) && at + 1 < lanes_ && count == 1) d.actor_to = lane(std::min(lanes_ - 1, at + r_.between(1, 2)));
        steps_[i].push_back(d);
      }
      if (s_.spans > 10 && count == 1 && i + 2 < s_.steps && r_.chance(8) && steps_[i][0].shape == "proses") covered_ = i + 1, steps_[i][0].rows = 2;
    }
  }

  std::string target(int from, bool back) {
    int to;
    if (r_.chance(s_.far_jumps)) {
      to = r_.between(0, s_.steps - 1);
    } else if (back) {
      to = r_.chance(s_.back_to_start) ? r_.between(0, std::min(2, s_.steps - 1)) : std::max(0, from - r_.between(1, s_.jump));
    } else {
      to = std::min(s_.steps - 1, from + 1 + (r_.chance(15) ? r_.between(0, s_.jump) : 0));
    }
    const Drawn& symbol = r_.pick(steps_[to]);
    return symbol.id;
  }

  void flow(Drawn& from, const std::string& to, const std::string& label, bool plain = false) {
    if (to == from.id) return;
    from.flows.push_back("<alur ke=\"" + to + "\"" + (label.empty() ? "" : " label=\"" + label + "\"") + (plain ? " garis=\"polos\"" : "") + "/>");
  }

  void join_symbols() {
    const std::vector<std::pair<std::string, std::string>> pairs = {{"Ya", "Tidak"}, {"ya", "tidak"}, {"Lengkap", "Tidak lengkap"}, {"Setuju", "Tidak setuju"}, {"", ""}};
    const auto labels = r_.pick(pairs);
    for (int i = 0; i < s_.steps; ++i) {
      for (std::size_t k = 0; k < steps_[i].size(); ++k) {
        Drawn& d = steps_[i][k];
        if (d.shape == "selesai") continue;
        if (d.shape == "keputusan") {
          const int exits = r_.chance(90) ? 2 : r_.between(0, 3);
          if (exits > 0) flow(d, target(i, false), labels.first);
          if (exits > 1) flow(d, target(i, true), labels.second);
          if (exits > 2) flow(d, target(i, r_.chance(50)), "Ragu");
          continue;
        }
        if (k + 1 < steps_[i].size() && r_.chance(60)) {
          flow(d, steps_[i][k + 1].id, "", r_.chance(70));
          if (r_.chance(50)) flow(d, target(i, false), "");
          continue;
        }
        if (r_.chance(8)) {  // a fork, or an explicit way on
          flow(d, target(i, false), "");
          if (r_.chance(60)) flow(d, target(i, false), r_.chance(20) ? "Salinan" : "");
        } else if (r_.chance(2)) {
          d.dead_end = true;
        }
      }
    }
  }

  std::string write_symbol(const Drawn& d, bool lone) {
    // A lone symbol has its step's id, written out or not.
    std::string out = "<simbol" + (lone && r_.chance(70) ? std::string() : " id=\"" + d.id + "\"") + " pelaksana=\"" + d.actor + "\"";
    if (!d.actor_to.empty()) out += " sampai=\"" + d.actor_to + "\"";
    if (d.rows > 1) out += " baris=\"" + std::to_string(d.rows) + "\"";
    if (d.shape != "proses") out += " bentuk=\"" + d.shape + "\"";
    if (d.dead_end && d.flows.empty()) out += " buntu=\"ya\"";
    out += ">" + d.text;
    for (const std::string& f : d.flows) out += f;
    return out + "</simbol>";
  }

  std::string write_cells(int i) {
    std::string out;
    const std::vector<std::string> names = {"kelengkapan", "waktu", "output", "keterangan"};
    for (const std::string& name : names) {
      if (merged_[name] > 0) {
        --merged_[name];
        continue;
      }
      if (r_.chance(name == "keterangan" ? 70 : 12)) continue;
      std::string attribute;
      if (r_.chance(s_.merges) && i + 1 < s_.steps) {
        const int span = r_.between(2, std::min(4, s_.steps - i));
        attribute = " gabung=\"" + std::to_string(span) + "\"";
        merged_[name] = span - 1;
      }
      if (name == "waktu") {
        out += "<waktu" + attribute + ">" + words_.time() + "</waktu>";
      } else {
        out += "<" + name + attribute + (r_.chance(10) ? " daftar=\"strip\"" : "") + ">" + words_.cell(r_.chance(s_.long_words)) + "</" + name + ">";
      }
    }
    return out;
  }

  std::string write() {
    std::string out = "<prosedur" + (r_.chance(60) ? " judul=\"" + words_.title() + "\"" : std::string()) + ">";
    if (own_lanes_) out += words_.lanes(lanes_);
    if (r_.chance(15)) out += words_.head();
    const int kind = r_.between(0, 3);  // of numbering
    for (int i = 0; i < s_.steps; ++i) {
      const bool below_span = i > 0 && steps_[i - 1].size() == 1 && steps_[i - 1][0].rows > 1;
      const bool inside_merge = lanes_merged_-- > 0 || below_span || std::any_of(merged_.begin(), merged_.end(), [](const auto& m) { return m.second > 0; });
      if (!inside_merge && r_.chance(4)) out += "<bagian>" + words_.section() + "</bagian>";
      out += "<langkah id=\"" + step_id(i) + "\"";
      if (kind == 1 && r_.chance(30)) out += " nomor=\"" + r_.pick<std::string>({"", "1a", "7", "12."}) + "\"";
      if (lanes_merged_ < 0 && r_.chance(2) && i + 2 < s_.steps) {
        out += " gabung-lajur=\"2\"";
        lanes_merged_ = 1;
      }
      out += "><uraian>" + words_.activity(r_.chance(s_.long_words)) + "</uraian>";
      const bool covered = i > 0 && steps_[i - 1].size() == 1 && steps_[i - 1][0].rows > 1 && covered_ == i && !targeted(i);
      if (!covered)
        for (const Drawn& d : steps_[i]) out += write_symbol(d, steps_[i].size() == 1);
      out += write_cells(i) + "</langkah>\n";
    }
    if (r_.chance(20)) out += "<jumlah/>";
    if (r_.chance(20)) out += "<catatan>*) " + words_.sentence(12) + "</catatan>";
    return out + "</prosedur>\n";
  }

  std::string step_id(int i) const { return steps_[i].size() == 1 ? steps_[i][0].id : prefix_ + std::to_string(i); }

  bool targeted(int i) const {
    for (const auto& step : steps_)
      for (const Drawn& d : step)
        for (const std::string& f : d.flows)
          for (const Drawn& own : steps_[i])
            if (f.find("ke=\"" + own.id + "\"") != std::string::npos) return true;
    return false;
  }

  RandomSource& r_;
  RandomWords& words_;
  Shape s_;
  std::string prefix_;
  bool own_lanes_;
  int lanes_;
  int covered_ = -1;
  int lanes_merged_ = 0;
  std::vector<std::vector<Drawn>> steps_;
  std::map<std::string, int> merged_;
};

}  // namespace

const char* family_name(Family family) {
  static const char* const kNames[] = {"small", "middle", "big", "narrow", "wide", "loops", "zigzag", "one-lane", "joint", "skips", "dense", "tables", "words", "front"};
  return kNames[static_cast<int>(family)];
}

std::string random_sheet(Family family, std::uint32_t seed) {
  RandomSource r(seed * 31ULL + static_cast<std::uint64_t>(family) * 7919ULL + 1);
  RandomWords words(r);
  const Shape shape = shape_of(family, r);
  std::string out = "<sop versi=\"1\"";
  if (r.chance(40)) out += " templat=\"p52\"";
  if (shape.lanes > 9 || r.chance(35)) out += " kertas=\"" + r.pick<std::string>({"A4", "F4", "legal", "A3"}) + "\"";
  if (r.chance(20)) out += " pengesahan=\"" + r.pick<std::string>({"basah", "tte", "kosong"}) + "\"";
  if (r.chance(15)) out += " status=\"" + r.pick<std::string>({"konsep", "berlaku", "dicabut", "salinan"}) + "\"";
  out += ">\n";
  out += words.front(shape.rich_front);
  out += words.lanes(shape.lanes);
  for (int t = 0; t < shape.tables; ++t) {
    const bool own = t > 0 && r.chance(50);
    const int lanes = own ? r.between(1, 8) : shape.lanes;
    out += TableMaker(r, words, shape, shape.tables > 1 ? "t" + std::to_string(t) + "s" : "s", own, lanes).run();
  }
  out += words.signing();
  return out + "</sop>\n";
}

}  // namespace lembar::test
