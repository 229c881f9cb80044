#include "job/read_checked.h"

#include <iterator>

#include "check/check.h"
#include "job/record_files.h"
#include "job/resources.h"
#include "lembar/record.h"

namespace lembar::job {

namespace {

Diagnostic no_source(const std::string& name) {
  return {Severity::error, Fault::input, "record-no-source", {name, 0, 0, 1, {}},
          {"PDF ini tidak membawa sumber lembarnya.", "This PDF carries no source of its sheet."},
          {{"Berikan berkas XML, atau PDF yang dibuat Lembar; salinan telaah tidak membawa sumber.",
            "Give an XML file, or a PDF that Lembar made; a review copy carries no source."}}};
}

template <class T>
void append(std::vector<Diagnostic>& to, Outcome<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.diagnostics.begin()), std::make_move_iterator(from.diagnostics.end()));
}

}  // namespace

Outcome<OpenedSource> open_source(const Source& given) {
  if (given.bytes.compare(0, 5, "%PDF-") != 0) return {OpenedSource{given, read_file}, {}};
  RecordResult read = read_record(given.name, given.bytes);
  if (!read.record) return {std::nullopt, std::move(read.diagnostics)};
  const std::vector<RecordFile>& files = read.record->files;
  if (!read.record->ours || files.empty() || files.front().role != RecordRole::source) {
    read.diagnostics.push_back(no_source(given.name));
    return {std::nullopt, std::move(read.diagnostics)};
  }
  return {OpenedSource{{files.front().path, files.front().bytes}, authors_files(files)}, std::move(read.diagnostics)};
}

Outcome<model::CheckedDocument> check_opened(SourceFiles& files, const OpenedSource& opened) {
  auto document = read::read_document(files, opened.source.name, opened.source.bytes, opened.loader);
  if (!document) return {std::nullopt, std::move(document.diagnostics)};
  std::vector<Diagnostic> all = std::move(document.diagnostics);
  auto checked = check::check_document(std::move(*document.value), files);
  append(all, checked);
  return {std::move(checked.value), std::move(all)};
}

Outcome<model::CheckedDocument> read_checked(SourceFiles& files, const Source& given) {
  auto opened = open_source(given);
  if (!opened) return {std::nullopt, std::move(opened.diagnostics)};
  auto checked = check_opened(files, *opened.value);
  checked.diagnostics.insert(checked.diagnostics.begin(), opened.diagnostics.begin(), opened.diagnostics.end());
  return checked;
}

}  // namespace lembar::job
