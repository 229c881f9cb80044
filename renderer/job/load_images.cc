#include "job/load_images.h"

#include <algorithm>
#include <set>

#include "job/image_size.h"
#include "read/read_document.h"

namespace lembar::job {

namespace {

class Loader {
 public:
  Loader(const SourceFiles& files, Findings& findings, const FileLoader& from) : files_(files), findings_(findings), from_(from) {}

  void load(const std::string& path, const SourceSpan& where, int file) {
    if (path.empty()) return;
    const std::string quoted = '"' + path + '"';
    const std::string key = layout::image_key(file, path);
    if (!tried_.insert(key).second) return;
    // A logo that all sheets inherit is named in the file of the common parts, and lies beside that one.
    const std::string& named_in = files_.name(where.file >= 0 ? where.file : file);
    const std::string beside = read::path_beside(named_in, path);
    const auto bytes = from_(beside);
    if (!bytes) {
      findings_.error(where, "image-missing",
                      {"Gambar " + quoted + " tidak dapat dibaca.", "The picture " + quoted + " cannot be read."},
                      {{"Letakkan berkas itu di samping berkas XML, atau betulkan namanya.",
                        "Put that file beside the XML file, or correct its name."}},
                      Fault::surroundings);
      return;
    }
    const auto size = measure_image(*bytes);
    if (!size) {
      findings_.error(where, "image-broken",
                      {"Berkas " + quoted + " bukan gambar PNG atau JPEG yang utuh.",
                       "The file " + quoted + " is no whole PNG or JPEG picture."},
                      {{"Simpan ulang gambar itu sebagai PNG atau JPEG.", "Save the picture again as PNG or JPEG."}});
      return;
    }
    if (size->too_large()) {
      const std::string pixels = std::to_string(size->width_px) + " x " + std::to_string(size->height_px);
      findings_.error(where, "image-large",
                      {"Gambar " + quoted + " terlalu besar: " + pixels + " piksel.", "The picture " + quoted + " is too large: " + pixels + " pixels."},
                      {{"Perkecil; untuk lambang, 1000 piksel sudah cukup.", "Make it smaller; 1000 pixels are enough for a logo."}});
      return;
    }
    if (size->inks) {
      findings_.error(where, "image-cmyk",
                      {"Gambar " + quoted + " memakai warna cetak (CMYK), yang tidak boleh ada dalam PDF arsip.",
                       "The picture " + quoted + " is made of printing inks (CMYK), which a PDF for archives may not hold."},
                      {{"Simpan ulang gambar itu dengan warna RGB.", "Save the picture again with RGB colours."}});
      return;
    }
    loaded_.paths[key] = beside;
    loaded_.images[key] = {path, *bytes, size->format, size->width_px, size->height_px};
  }

  void load(const std::optional<model::Cover>& cover, int file) {
    if (!cover) return;
    for (const model::CoverPart& part : cover->parts) {
      if (part.kind == model::CoverPart::Kind::image) load(part.image, part.where, file);
    }
  }

  LoadedImages take() { return std::move(loaded_); }

 private:
  const SourceFiles& files_;
  Findings& findings_;
  const FileLoader& from_;
  LoadedImages loaded_;
  std::set<std::string> tried_;
};

}  // namespace

LoadedImages load_images(const model::Document& document, const SourceFiles& files, Findings& findings, const FileLoader& from) {
  Loader loader(files, findings, from);
  loader.load(document.cover, std::max(0, document.where.file));
  for (const model::Procedure& procedure : document.procedures) {
    loader.load(procedure.cover, procedure.file);
    if (!procedure.letterhead) continue;
    const model::Letterhead& head = *procedure.letterhead;
    if (head.logo) loader.load(head.logo->value, head.logo->where, procedure.file);
    if (head.logo_right) loader.load(head.logo_right->value, head.logo_right->where, procedure.file);
  }
  return loader.take();
}

}  // namespace lembar::job
