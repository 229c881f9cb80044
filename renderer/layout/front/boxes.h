// The named boxes below the identity (Dasar Hukum … Pencatatan): a grid of two columns, continued on further pages
// with the heads repeated.
#pragma once

#include "layout/front/block_builder.h"

namespace lembar::layout {

void place_boxes(const FrontInput& input, PageFiller& pages);

}  // namespace lembar::layout
