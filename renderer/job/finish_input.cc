#include "job/finish_input.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "base/sha256.h"
#include "job/office/calendar.h"
#include "job/render_sheet.h"
#include "job/tag_elements.h"
#include "lembar/version.h"

namespace lembar::job {

namespace {

namespace fs = std::filesystem;

// Where no date of the document is known: a day is needed, and the clock's would differ on each run.
constexpr const char* kNoDate = "2000-01-01";

std::string document_date(const scene::Scene& scene) {
  std::string latest;
  for (const RecordSheet& info : scene.infos) {
    for (const std::string& date : {info.revised, info.effective, info.created}) {
      if (is_day(date)) {
        latest = std::max(latest, date);
        break;
      }
    }
  }
  return latest.empty() ? kNoDate : latest;
}

// The last part of a path: the machine's folders are nobody's business.
std::string base_name(const std::string& path) {
  const std::string name = path.substr(path.find_last_of('/') + 1);
  return name.empty() || name == "-" ? "sop.xml" : name;
}

// Where an author's file stood, seen from the folder of the source: the machine's folders are nobody's business.
std::string beside_source(const std::string& path, const std::string& source) {
  const fs::path folder = fs::path(source).parent_path().lexically_normal();
  const fs::path normal = fs::path(path).lexically_normal();
  if (normal.is_absolute() != folder.is_absolute()) return normal.string();
  const fs::path relative = folder.empty() ? normal : normal.lexically_relative(folder);
  return relative.empty() ? normal.string() : relative.string();
}

// Lembar's own templates go by their names, one that the user named by that, one that the sheet named from its folder.
std::string template_path(const std::string& path, const MadeFrom& from) {
  const std::string start = from.templates_folder + "/";
  if (path.rfind(start, 0) == 0) return kTemplatesFolder + ("/" + path.substr(start.size()));
  return from.options.template_name.empty() ? beside_source(path, from.files.name(0)) : path;
}

class Files {
 public:
  explicit Files(const std::string& source) : source_(source) {}

  void add_source(const std::string& path, const std::string& bytes) {
    const std::string place = path == "-" ? "sop.xml" : beside_source(path, source_);
    add({base_name(path), RecordRole::source, place, bytes, "text/xml", "Source", "Sumber lembar ini"});
  }
  void add_template(const std::string& path, const std::string& bytes) {
    add({base_name(path), RecordRole::template_file, path, bytes, "text/xml", "Supplement", "Templat lembar ini"});
  }
  // As the sheet names it, where the sheet does.
  std::string beside(const std::string& path) const {
    return path.rfind(kTemplatesFolder, 0) == 0 ? path : beside_source(path, source_);
  }
  void add_picture(const std::string& path, const layout::Image& image) {
    const bool png = image.format == layout::Image::Format::png;
    add({base_name(path), RecordRole::picture, beside_source(path, source_), image.bytes, png ? "image/png" : "image/jpeg",
         "Supplement", "Gambar lembar ini"});
  }
  std::vector<RecordFile> take() { return std::move(list_); }

 private:
  // A file that two sheets name is attached once.
  void add(RecordFile file) {
    if (!places_.insert({file.role, file.path}).second) return;
    const std::string wanted = file.name;
    for (int n = 2; !names_.insert(file.name).second; ++n) file.name = std::to_string(n) + "-" + wanted;
    list_.push_back(std::move(file));
  }

  const std::string& source_;
  std::vector<RecordFile> list_;
  std::set<std::string> names_;
  std::set<std::pair<RecordRole, std::string>> places_;
};

std::vector<RecordFile> gather(const MadeFrom& from) {
  Files files(from.files.name(0));
  for (std::size_t i = 0; i < from.files.count(); ++i) {
    const int file = static_cast<int>(i);
    if (i < from.sources) {
      files.add_source(from.files.name(file), from.files.text(file));
    } else {
      const std::string path = template_path(from.files.name(file), from);
      files.add_template(from.options.template_name.empty() ? files.beside(path) : path, from.files.text(file));
    }
  }
  for (const auto& [key, image] : from.images.images) files.add_picture(from.images.paths.at(key), image);
  return files.take();
}

constexpr std::pair<const char*, Signing> kSigning[] = {{"wet", Signing::wet}, {"tte", Signing::tte}, {"blank", Signing::blank}};

}  // namespace

std::string made_from_digest(const MadeFrom& from, const std::string& fonts) {
  Sha256 sum;
  sum.add_part(version()).add_part(fonts);
  for (const auto& [name, number] : library_versions()) sum.add_part(name).add_part(number);
  const RenderOptions& o = from.options;
  for (const int number : {static_cast<int>(o.format), static_cast<int>(o.emit), o.dpi}) sum.add_part(std::to_string(number));
  for (const auto& [name, value] : recorded(o)) sum.add_part(name).add_part(value);
  for (const RecordFile& file : gather(from)) sum.add_part(file.name).add_part(file.path).add_part(file.bytes);
  return sum.hex();
}

std::vector<std::pair<std::string, std::string>> recorded(const RenderOptions& options) {
  std::vector<std::pair<std::string, std::string>> out;
  if (!options.template_name.empty()) out.emplace_back("template", options.template_name);
  if (!options.paper.empty()) out.emplace_back("paper", options.paper);
  if (options.canvas == CanvasKind::haru) out.emplace_back("canvas", "haru");
  for (const auto& [name, signing] : kSigning) {
    if (options.signing == signing) out.emplace_back("sign", name);
  }
  return out;
}

RenderOptions options_of(const RecordOrigin& origin) {
  RenderOptions options;
  for (const auto& [option, value] : origin.options) {
    if (option == "template") options.template_name = value;
    if (option == "paper") options.paper = value;
    if (option == "canvas" && value == "haru") options.canvas = CanvasKind::haru;
    if (option != "sign") continue;
    for (const auto& [name, signing] : kSigning) {
      if (value == name) options.signing = signing;
    }
  }
  return options;
}

finish::FinishInput finish_input(const scene::Scene& scene, const MadeFrom& from,
                                 std::vector<std::pair<std::string, std::string>> fonts) {
  finish::FinishInput input;
  if (!scene.infos.empty()) {
    const RecordSheet& first = scene.infos.front();
    input.title = scene.infos.size() == 1 ? first.title : first.unit.empty() ? first.title : "SOP " + first.unit;
    input.author = first.unit;
    input.subject = first.number;
    input.keywords = first.signer;
  }
  if (input.title.empty()) input.title = base_name(from.files.name(0));
  input.date = document_date(scene);
  input.producer = "Lembar " + version();
  input.sheets = scene.infos;
  input.origin = {version(), library_versions(), recorded(from.options), std::move(fonts)};
  input.files = gather(from);
  add_tags(scene, input);
  return input;
}

}  // namespace lembar::job
