#include "job/finish_input.h"

#include <algorithm>
#include <set>

#include "lembar/version.h"

namespace lembar::job {

namespace {

// Where no date of the document is known: a day is needed, and the clock's would differ on each run.
constexpr const char* kNoDate = "2000-01-01";

bool is_iso_date(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

std::string document_date(const scene::Scene& scene) {
  std::string latest;
  for (const scene::Info& info : scene.infos) {
    for (const std::string& date : {info.revised, info.effective, info.created}) {
      if (is_iso_date(date)) {
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

class Attachments {
 public:
  void add(const std::string& path, const std::string& bytes, const char* type, const char* words, const char* relation) {
    std::string name = base_name(path);
    for (int n = 2; !names_.insert(name).second; ++n) name = std::to_string(n) + "-" + base_name(path);
    list_.push_back({name, bytes, type, words, relation});
  }
  std::vector<finish::Attachment> take() { return std::move(list_); }

 private:
  std::vector<finish::Attachment> list_;
  std::set<std::string> names_;
};

}  // namespace

finish::FinishInput finish_input(const scene::Scene& scene, const SourceFiles& files, std::size_t sources,
                                 const layout::Images& images) {
  finish::FinishInput input;
  if (!scene.infos.empty()) {
    const scene::Info& first = scene.infos.front();
    input.title = scene.infos.size() == 1 ? first.title : first.unit.empty() ? first.title : "SOP " + first.unit;
    input.author = first.unit;
    input.subject = first.number;
    input.keywords = first.signer;
  }
  if (input.title.empty()) input.title = base_name(files.count() ? files.name(0) : "");
  input.date = document_date(scene);
  input.producer = "Lembar " + version();
  Attachments attachments;
  for (std::size_t i = 0; i < files.count(); ++i) {
    const int file = static_cast<int>(i);
    const bool own = i < sources;
    attachments.add(files.name(file), files.text(file), "text/xml", own ? "Sumber lembar ini" : "Templat lembar ini",
                    own ? "Source" : "Supplement");
  }
  for (const auto& [key, image] : images) {
    const bool png = image.format == layout::Image::Format::png;
    attachments.add(image.name, image.bytes, png ? "image/png" : "image/jpeg", "Gambar lembar ini", "Supplement");
  }
  input.attachments = attachments.take();
  for (const scene::Page& page : scene.pages) {
    for (const scene::Item& item : page.items) {
      const auto* tag = std::get_if<scene::BeginTag>(&item);
      if (!tag || tag->tag == "Artifact") continue;
      input.tags.push_back({tag->tag, tag->alt, tag->scope, tag->column_span, tag->row_span});
    }
  }
  for (const scene::SignatureField& field : scene.signature_fields) {
    input.signature_fields.push_back({field.name, field.tooltip, field.page, field.box});
  }
  return input;
}

}  // namespace lembar::job
