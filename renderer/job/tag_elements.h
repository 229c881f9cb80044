// The tags of a scene as one tree: what page after page says of the same element comes together.
#pragma once

#include "finish/finish_pdf.h"
#include "scene/scene.h"

namespace lembar::job {

// Fills the tags, links and signature fields.
void add_tags(const scene::Scene& scene, finish::FinishInput& input);

}  // namespace lembar::job
