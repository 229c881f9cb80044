// What the finished PDF says about itself, gathered from the scene and the files of the job.
#pragma once

#include "base/source_span.h"
#include "finish/finish_pdf.h"
#include "layout/layout.h"
#include "scene/scene.h"

namespace lembar::job {

// The first `sources` of `files` are the author's, the rest templates. All go into the PDF, and so do the pictures:
// the sheet can be made again from its PDF alone.
finish::FinishInput finish_input(const scene::Scene& scene, const SourceFiles& files, std::size_t sources,
                                 const layout::Images& images);

}  // namespace lembar::job
