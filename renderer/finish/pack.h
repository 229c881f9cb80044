// Packs data for FlateDecode, as tight as zlib does by itself.
#pragma once

#include <string>
#include <string_view>

namespace lembar::finish {

std::string packed(std::string_view data);

}  // namespace lembar::finish
