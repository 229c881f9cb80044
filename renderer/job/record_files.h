// The files inside a PDF as a place that stages read from, in place of the disk.
#pragma once

#include <vector>

#include "base/file_loader.h"
#include "lembar/record.h"

namespace lembar::job {

// By the paths that they had: sources and pictures from the folder of the source, or the templates.
FileLoader authors_files(const std::vector<RecordFile>& files);
FileLoader template_files(const std::vector<RecordFile>& files);

}  // namespace lembar::job
