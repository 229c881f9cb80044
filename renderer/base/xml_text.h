// Words as they stand in XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace lembar {

// & < > as references; in an attribute's value also ", which must stand around it.
std::string escaped_text(std::string_view words);
std::string escaped_attribute(std::string_view words);

}  // namespace lembar
