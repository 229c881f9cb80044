// What a review copy shows: where bars go, which words are marked, and what its list says.
#pragma once

#include "job/compare/difference.h"
#include "job/open_fonts.h"
#include "layout/review_copy.h"
#include "lembar/render.h"

namespace lembar::job {

// The changes since an older state, XML or a PDF of ours. Settings that the command line overrides are no changes.
Outcome<Differences> changes_since(const Source& before, const model::CheckedDocument& now, const RenderOptions& options);

// `before` is how the user named the older state.
layout::ReviewCopy review_copy(const Differences& differences, const model::CheckedDocument& now, const std::string& before, bool with_list);

// A review copy of the sheet that a PDF of ours holds, drawn from what is inside it.
RenderResult review_record(const Source& pdf, const RenderOptions& options, OpenFonts& fonts);

}  // namespace lembar::job
