// What a stage made, and all that it has to say about it.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "lembar/diagnostic.h"

namespace lembar {

// `value` is absent exactly when some diagnostic is an error.
template <class T>
struct Outcome {
  std::optional<T> value;
  std::vector<Diagnostic> diagnostics;

  explicit operator bool() const { return value.has_value(); }
};

inline bool has_error(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace lembar
