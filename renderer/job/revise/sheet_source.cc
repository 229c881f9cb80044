#include "job/revise/sheet_source.h"

#include <iterator>

#include "base/assert.h"

namespace lembar::job {

std::optional<SheetSource> read_sheet_source(const Source& given, std::vector<Diagnostic>& diagnostics) {
  auto opened = open_source(given);
  std::move(opened.diagnostics.begin(), opened.diagnostics.end(), std::back_inserter(diagnostics));
  if (!opened) return std::nullopt;
  SourceFiles files;
  auto checked = read_checked(files, given);
  std::move(checked.diagnostics.begin(), checked.diagnostics.end(), std::back_inserter(diagnostics));
  if (!checked) return std::nullopt;
  Findings findings(files);
  auto root = read::parse_xml(files, 0, findings);
  LEMBAR_ASSERT(root, "what was read once can be parsed again");
  return SheetSource{std::make_shared<const Source>(std::move(opened.value->source)), std::move(*root), std::move(opened.value->loader)};
}

void prove_readable(const Source& changed, const FileLoader& loader) {
  SourceFiles files;
  const auto checked = check_opened(files, {changed, loader});
  const std::string why = checked.diagnostics.empty() ? "" : ": " + checked.diagnostics.front().message.en;
  LEMBAR_ASSERT(checked, ("a source that we changed is as right as before" + why).c_str());
}

}  // namespace lembar::job
