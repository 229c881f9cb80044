#include "canvas/trace/trace_canvas.h"
#include "scene/dump.h"
#include "support/catch.h"

namespace lembar::scene {

TEST_CASE("a stroke is dumped in points with at most three decimals") {
  StrokePath stroke;
  stroke.weight = pt(0.75);
  stroke.path = {{PathStep::Kind::move, {pt(1), pt(2)}, {}, {}},
                 {PathStep::Kind::line, {pt(10.5), Length::from_units(1)}, {}, {}},
                 {PathStep::Kind::close, {}, {}, {}}};
  CHECK(dump(stroke) == R"({"do":"stroke","weight":0.75,"path":"M 1 2 L 10.5 0.001 Z"})");
}

TEST_CASE("colours other than black are told") {
  FillPath fill;
  fill.color = {210, 210, 210};
  CHECK(dump(fill) == R"({"do":"fill","color":[210,210,210],"path":""})");
}

TEST_CASE("tags tell only what they have") {
  BeginTag tag;
  tag.tag = "TH";
  tag.scope = "Column";
  CHECK(dump(tag) == R"({"do":"begin","tag":"TH","scope":"Column"})");
  CHECK(dump(EndTag{}) == R"({"do":"end"})");
}

TEST_CASE("words are escaped as JSON asks") {
  BeginTag tag;
  tag.tag = "Figure";
  tag.alt = "a \"b\" \\ \n\x01";
  CHECK(dump(tag) == R"({"do":"begin","tag":"Figure","alt":"a \"b\" \\ \n\u0001"})");
}

TEST_CASE("a scene is traced page by page") {
  Scene scene;
  scene.pages.push_back({{pt(100), pt(50)}, "1", {EndTag{}}});
  scene.pages.push_back({{pt(100), pt(50)}, "2", {}});
  CHECK(canvas::trace_scene(scene) ==
        "{\"version\":1,\n\"pages\":[\n"
        "{\"label\":\"1\",\"width\":100,\"height\":50,\"items\":[\n{\"do\":\"end\"}]},\n"
        "{\"label\":\"2\",\"width\":100,\"height\":50,\"items\":[]}],\n"
        "\"images\":[],\n\"outlines\":[],\n\"signatureFields\":[]\n}\n");
}

}  // namespace lembar::scene
