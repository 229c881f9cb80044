#include "scene/dump.h"

#include "base/json.h"

namespace lembar::scene {

namespace {

std::string points(Length l) { return JsonWriter::decimal(to_pt(l), 3); }
std::string words(Point p) { return points(p.x) + " " + points(p.y); }

// As in SVG: M x y, L x y, C x y x y x y, Z.
std::string words(const Path& path) {
  std::string out;
  for (const PathStep& step : path) {
    if (!out.empty()) out += ' ';
    switch (step.kind) {
      case PathStep::Kind::move: out += "M " + words(step.p); break;
      case PathStep::Kind::line: out += "L " + words(step.p); break;
      case PathStep::Kind::curve: out += "C " + words(step.c1) + " " + words(step.c2) + " " + words(step.p); break;
      case PathStep::Kind::close: out += "Z"; break;
    }
  }
  return out;
}

std::string words(const Rect& r) {
  return points(r.x) + " " + points(r.y) + " " + points(r.w) + " " + points(r.h);
}

void add_color(JsonWriter& out, const Color& color) {
  if (color == Color{}) return;
  out.key("color").begin_array().value(color.r).value(color.g).value(color.b).end_array();
}

std::string closed(JsonWriter& out) {
  std::string text = out.end_object().take();
  text.pop_back();
  return text;
}

JsonWriter opened(const char* command) {
  JsonWriter out;
  out.begin_object().member("do", command);
  return out;
}

}  // namespace

std::string dump(const StrokePath& item) {
  JsonWriter out = opened("stroke");
  out.member("weight", to_pt(item.weight), 3);
  if (item.join == StrokePath::Join::round) out.member("join", "round");
  add_color(out, item.color);
  return closed(out.member("path", words(item.path)));
}

std::string dump(const FillPath& item) {
  JsonWriter out = opened("fill");
  add_color(out, item.color);
  return closed(out.member("path", words(item.path)));
}

std::string dump(const DrawText& item) {
  JsonWriter out = opened("text");
  out.member("text", item.line.text).member("at", words(item.origin));
  if (item.turn == Turn::upright) out.member("upright", true);
  if (item.turn == Turn::rising) out.member("rising", true);
  if (item.space_after) out.member("spaceAfter", true);
  add_color(out, item.color);
  out.key("runs").begin_array();
  for (const text::GlyphRun& run : item.line.runs) {
    out.begin_object().member("face", run.face).member("size", to_pt(run.size), 3).member("x", to_pt(run.x), 3);
    out.member("width", to_pt(run.width), 3).member("text", run.text);
    out.member("glyphs", run.glyphs.size()).end_object();
  }
  return closed(out.end_array());
}

std::string dump(const DrawImage& item) {
  JsonWriter out = opened("image");
  return closed(out.member("image", item.image).member("box", words(item.box)));
}

std::string dump(const BeginTag& item) {
  JsonWriter out = opened("begin");
  out.member("tag", item.tag);
  if (!item.alt.empty()) out.member("alt", item.alt);
  if (!item.scope.empty()) out.member("scope", item.scope);
  if (item.column_span != 1) out.member("columnSpan", item.column_span);
  if (item.row_span != 1) out.member("rowSpan", item.row_span);
  const bool form = item.tag == "Form";
  if (form && !item.name.empty()) out.member("id", item.name);
  if (item.content) out.member("content", true);
  if (!form && !item.name.empty()) out.member("element", item.name);
  return closed(out);
}

std::string dump(const EndTag&) {
  JsonWriter out = opened("end");
  return closed(out);
}

std::string dump(const Link& item) {
  JsonWriter out = opened("link");
  out.member("box", words(item.box)).member("toPage", item.to_page).member("to", words(item.to));
  if (!item.words.empty()) out.member("words", item.words);
  return closed(out);
}

}  // namespace lembar::scene
