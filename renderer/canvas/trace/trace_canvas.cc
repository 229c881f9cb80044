#include "canvas/trace/trace_canvas.h"

#include "base/json.h"
#include "scene/dump.h"

namespace lembar::canvas {

void TraceCanvas::begin_page(const scene::Page& page) {
  text_ += first_page_ ? "\n" : ",\n";
  JsonWriter head;
  head.begin_object().member("label", page.label);
  head.member("width", to_pt(page.size.w), 3).member("height", to_pt(page.size.h), 3).key("items");
  std::string line = head.take();
  line.pop_back();
  text_ += line + "[";
  first_page_ = false;
  first_item_ = true;
}

void TraceCanvas::end_page() { text_ += "]}"; }

void TraceCanvas::add(const std::string& item) {
  text_ += first_item_ ? "\n" : ",\n";
  text_ += item;
  first_item_ = false;
}

void TraceCanvas::draw(const scene::StrokePath& item) { add(dump(item)); }
void TraceCanvas::draw(const scene::FillPath& item) { add(dump(item)); }
void TraceCanvas::draw(const scene::DrawText& item) { add(dump(item)); }
void TraceCanvas::draw(const scene::DrawImage& item) { add(dump(item)); }
void TraceCanvas::draw(const scene::BeginTag& item) { add(dump(item)); }
void TraceCanvas::draw(const scene::EndTag& item) { add(dump(item)); }
void TraceCanvas::draw(const scene::Link& item) { add(dump(item)); }

std::string trace_scene(const scene::Scene& scene) {
  TraceCanvas canvas;
  for (const scene::Page& page : scene.pages) play_page(page, canvas);
  JsonWriter rest;
  rest.line().key("images").begin_array();
  for (const scene::Image& image : scene.images) {
    rest.line().begin_object().member("name", image.name).member("width", image.width_px);
    rest.member("height", image.height_px).end_object();
  }
  rest.end_array().line().key("outlines").begin_array();
  for (const scene::Outline& outline : scene.outlines) {
    rest.line().begin_object().member("level", outline.level).member("title", outline.title);
    rest.member("page", outline.page).member("y", to_pt(outline.y), 3).end_object();
  }
  rest.end_array().line().key("signatureFields").begin_array();
  for (const scene::SignatureField& field : scene.signature_fields) {
    rest.line().begin_object().member("name", field.name).member("page", field.page);
    rest.member("x", to_pt(field.box.x), 3).member("y", to_pt(field.box.y), 3);
    rest.member("w", to_pt(field.box.w), 3).member("h", to_pt(field.box.h), 3).end_object();
  }
  return "{\"version\":1,\n\"pages\":[" + canvas.text() + "]," + rest.end_array().take() + "}\n";
}

}  // namespace lembar::canvas
