// The front of one procedure, laid out without a font: what tests of cover, identity, signers and running lines begin with.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "layout/front/front.h"
#include "layout/invariants.h"
#include "support/catch.h"
#include "support/fake_shaper.h"
#include "support/front_style.h"
#include "support/reading.h"

namespace lembar::testing {

// The front of one procedure on its pages.
struct Front {
  explicit Front(const std::string& children, style::SheetStyle wanted = front_style(), const std::string& attributes = "")
      : style(std::move(wanted)),
        reading(read_text("<sop versi=\"1\" " + attributes + ">" + children + "</sop>")) {
    REQUIRE(summary(reading.outcome.diagnostics) == "");
    procedure = reading.outcome.value->procedures.front();
    input.emplace(layout::FrontInput{procedure, style, shaper, images, sheet, ""});
  }

  void place_identity() { layout::place_identity(*input, pages); }
  std::size_t faults() const { return layout::find_layout_faults(sheet).size(); }

  std::vector<std::string> texts() const {
    std::vector<std::string> out;
    for (const layout::PlacedPage& page : sheet.pages)
      for (const layout::PlacedText& text : page.texts) out.push_back(text.line.text);
    return out;
  }
  bool says(const std::string& words) const {
    const auto all = texts();
    return std::find(all.begin(), all.end(), words) != all.end();
  }
  long count(const std::string& words) const {
    const auto all = texts();
    return std::count(all.begin(), all.end(), words);
  }
  const layout::PlacedText& text(const std::string& words) const {
    for (const layout::PlacedPage& page : sheet.pages)
      for (const layout::PlacedText& text : page.texts)
        if (text.line.text == words) return text;
    FAIL("not on the sheet: " << words);
    throw 0;
  }

  style::SheetStyle style;
  Reading reading;
  test::FakeShaper shaper;
  layout::Images images;
  layout::PlacedSheet sheet;
  layout::PageFiller pages{sheet};
  model::Procedure procedure;
  std::optional<layout::FrontInput> input;
};

}  // namespace lembar::testing
