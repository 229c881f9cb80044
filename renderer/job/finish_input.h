// What the finished PDF says about itself, gathered from the scene and the files of the job.
#pragma once

#include <string>

#include "base/source_span.h"
#include "finish/finish_pdf.h"
#include "job/load_images.h"
#include "lembar/render.h"
#include "scene/scene.h"

namespace lembar::job {

// Where Lembar's own templates stand in a record.
constexpr const char* kTemplatesFolder = "lembar/templates";

struct MadeFrom {
  const SourceFiles& files;
  std::size_t sources;  // the first so many of `files` are the author's, the rest templates
  const LoadedImages& images;
  const std::string& templates_folder;  // Lembar's own
  const RenderOptions& options;
};

// All that the sheet was made from goes into the PDF: it can be made again from its PDF alone.
finish::FinishInput finish_input(const scene::Scene& scene, const MadeFrom& from,
                                 std::vector<std::pair<std::string, std::string>> fonts);

// The options that change a sheet, as name and value, and back. Values that nobody gave are left out.
std::vector<std::pair<std::string, std::string>> recorded(const RenderOptions& options);
RenderOptions options_of(const RecordOrigin& origin);

}  // namespace lembar::job
