// What a canvas says where it cannot draw: the same words whichever library draws.
#pragma once

#include <string>

#include "lembar/diagnostic.h"

namespace lembar::canvas {

// `library` as its makers write it: "Cairo". `what` is its own word for the fault.
Diagnostic library_fault(const std::string& library, const std::string& code, const std::string& what);
Diagnostic font_fault(const std::string& path);
Diagnostic image_fault(const std::string& name);

}  // namespace lembar::canvas
