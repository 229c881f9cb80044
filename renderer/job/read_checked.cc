#include "job/read_checked.h"

#include <iterator>

#include "check/check.h"
#include "job/resources.h"
#include "read/read_document.h"

namespace lembar::job {

Outcome<model::CheckedDocument> read_checked(SourceFiles& files, const Source& source) {
  auto document = read::read_document(files, source.name, source.bytes, read_file);
  if (!document) return {std::nullopt, std::move(document.diagnostics)};
  auto checked = check::check_document(std::move(*document.value), files);
  std::vector<Diagnostic>& all = document.diagnostics;
  all.insert(all.end(), std::make_move_iterator(checked.diagnostics.begin()), std::make_move_iterator(checked.diagnostics.end()));
  return {std::move(checked.value), std::move(all)};
}

}  // namespace lembar::job
