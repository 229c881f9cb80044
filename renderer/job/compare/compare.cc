#include "lembar/compare.h"

#include <iterator>

#include "job/compare/difference.h"
#include "job/guard.h"
#include "job/read_checked.h"

namespace lembar {

namespace {

std::optional<model::CheckedDocument> document_of(const Source& source, std::vector<Diagnostic>& diagnostics) {
  SourceFiles files;
  auto outcome = job::read_checked(files, source);
  std::move(outcome.diagnostics.begin(), outcome.diagnostics.end(), std::back_inserter(diagnostics));
  return std::move(outcome.value);
}

}  // namespace

Comparison compare(const Source& before, const Source& after) {
  Comparison out;
  job::guarded(out.diagnostics, [&] {
    const auto old = document_of(before, out.diagnostics), now = document_of(after, out.diagnostics);
    if (!old || !now) return;
    for (job::Difference& d : job::find_differences(*old, *now)) out.changes.push_back(std::move(d.change));
  });
  if (has_error(out.diagnostics)) out.changes.clear();
  return out;
}

}  // namespace lembar
