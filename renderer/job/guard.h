// The edge of the job: whatever is thrown below becomes a diagnostic here.
#pragma once

#include <functional>
#include <vector>

#include "lembar/diagnostic.h"

namespace lembar::job {

void guarded(std::vector<Diagnostic>& diagnostics, const std::function<void()>& work);

}  // namespace lembar::job
