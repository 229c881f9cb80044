// One drawing command as one line of JSON, in points with three decimals: what `--emit scene` prints and what
// the tests compare. Fonts go by number and glyphs by what they say, so that no path of a machine gets in.
#pragma once

#include <string>

#include "scene/scene.h"

namespace lembar::scene {

std::string dump(const StrokePath& item);
std::string dump(const FillPath& item);
std::string dump(const DrawText& item);
std::string dump(const DrawImage& item);
std::string dump(const BeginTag& item);
std::string dump(const EndTag& item);
std::string dump(const Link& item);

}  // namespace lembar::scene
