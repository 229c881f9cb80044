#include "canvas/haru/stretches.h"

#include "text/utf8.h"

namespace lembar::canvas {

namespace {

// Glyphs and characters that cannot be told apart.
struct Cluster {
  std::string_view text;
  std::size_t first = 0, count = 0;  // glyphs
  Length width;
};

std::vector<Cluster> clusters_of(const text::GlyphRun& run) {
  std::vector<Cluster> out;
  for (std::size_t i = 0; i < run.glyphs.size();) {
    Cluster cluster;
    cluster.first = i;
    const std::size_t from = run.glyphs[i].cluster;
    for (; i < run.glyphs.size() && run.glyphs[i].cluster == from; ++i) cluster.width += run.glyphs[i].advance;
    cluster.count = i - cluster.first;
    const std::size_t to = i < run.glyphs.size() ? run.glyphs[i].cluster : run.text.size();
    // Runs go left to right, so offsets never fall; what breaks that rule has no characters of its own.
    if (from <= to && to <= run.text.size()) cluster.text = std::string_view(run.text).substr(from, to - from);
    out.push_back(cluster);
  }
  return out;
}

class Cutter {
 public:
  Cutter(const text::GlyphRun& run, FontFacts& font) : run_(run), font_(font) {}

  std::vector<Stretch> cut() {
    for (const Cluster& cluster : clusters_of(run_)) {
      const text::Utf8Char character = text::char_at(cluster.text, 0);
      const text::Glyph& glyph = run_.glyphs[cluster.first];
      const bool simple = cluster.count == 1 && character.size == cluster.text.size() && character.code <= 0xFFFF &&
                          glyph.dx == Length() && glyph.dy == Length();
      if (simple && font_.shows(character.code, glyph.id)) {
        add_shown(cluster, font_.width(glyph.id));
      } else {
        add_outlined(cluster, cluster.count == 1 && text::is_space(character.code));
      }
      pen_ += cluster.width;
    }
    return std::move(out_);
  }

 private:
  void add_shown(const Cluster& cluster, int width) {
    const Length drift = reader_ - pen_;
    if (out_.empty() || out_.back().outlined() || drift > kMostDrift || -drift > kMostDrift) {
      out_.push_back({pen_, {}, {}, {}});
      reader_ = pen_;
    }
    out_.back().text += cluster.text;
    reader_ += Length::from_units(run_.size.units() * width / 1000);
    out_.back().width = pen_ + cluster.width - out_.back().x;
    word_open_ = false;
  }

  void add_outlined(const Cluster& cluster, bool space) {
    if (out_.empty() || !word_open_ || space) out_.push_back({pen_, {}, {}, {}});
    Stretch& stretch = out_.back();
    stretch.text += cluster.text;
    Length at = pen_ - stretch.x;
    for (std::size_t i = cluster.first; i < cluster.first + cluster.count; ++i) {
      text::Glyph glyph = run_.glyphs[i];
      glyph.dx += at;
      at += glyph.advance;
      stretch.outlines.push_back(glyph);
    }
    stretch.width = pen_ + cluster.width - stretch.x;
    word_open_ = !space;
  }

  const text::GlyphRun& run_;
  FontFacts& font_;
  std::vector<Stretch> out_;
  Length pen_, reader_;
  bool word_open_ = false;  // the last stretch is outlined and takes more
};

}  // namespace

std::vector<Stretch> stretches_of(const text::GlyphRun& run, FontFacts& font) { return Cutter(run, font).cut(); }

}  // namespace lembar::canvas
