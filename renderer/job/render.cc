#include "lembar/render.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>

#include "base/findings.h"
#include "canvas/cairo/play_cairo.h"
#include "canvas/haru/play_haru.h"
#include "canvas/trace/trace_canvas.h"
#include "check/check.h"
#include "job/compare/mark_words.h"
#include "job/compare/review.h"
#include "job/finish_input.h"
#include "job/guard.h"
#include "job/load_images.h"
#include "job/model_json.h"
#include "job/open_fonts.h"
#include "job/render_sheet.h"
#include "job/resources.h"
#include "job/unknown_sums.h"
#include "job/unprinted_cells.h"
#include "layout/layout.h"
#include "layout/layout_json.h"
#include "layout/tte_anchors.h"
#include "paint/paint_sheet.h"
#include "read/read_document.h"
#include "style/read_style.h"
#include "text/font_book.h"

namespace lembar {

namespace {

// Runs the stages in order. Each returns false, or nothing, when it has found errors.
class Job {
 public:
  Job(const Source& source, const RenderOptions& options, job::OpenFonts& fonts, const job::FileStore& store)
      : source_(source), options_(options), fonts_(fonts), store_(store) {}

  // With `wanted`, nothing is drawn that it does not want.
  void run(const job::Wanted& wanted) {
    std::optional<model::Document> document = read();
    if (!document) return;
    apply_options(*document);
    if (options_.emit == Emit::model) {
      emit(job::model_json(*document));
      return;
    }
    Findings findings(files_);
    const job::LoadedImages images = job::load_images(*document, files_, findings, store_.files);
    add(findings.take());
    // Checked even where a picture is missing: all faults at once.
    auto checked = take(check::check_document(std::move(*document), files_));
    if (!checked || has_error(diagnostics_)) return;
    if (options_.changes_since && !find_changes(checked)) return;
    const auto styles = read_styles(checked->document());
    if (!styles) return;
    add(job::unprinted_cells(*checked, *styles, files_));
    add(job::unknown_sums(*checked, *styles, files_));
    add(fonts_.open(resources_.fonts, options_.fonts_folder));
    if (has_error(diagnostics_) || !has_families(*styles, fonts_.book())) return;
    if (wanted && !wanted(job::made_from_digest(made_from(images), fonts_.digest()))) return;
    draw(std::move(*checked), *styles, images);
  }

  // The changes that a review copy shows; their words are marked in the document.
  bool find_changes(std::optional<model::CheckedDocument>& checked) {
    changes_ = take(job::changes_since(*options_.changes_since, *checked, options_));
    if (!changes_) return false;
    checked = take(check::check_document(job::with_marked_words(checked->document(), *changes_), files_));
    return checked.has_value();
  }

  void look() {
    std::optional<model::Document> document = read();
    if (!document) return;
    apply_options(*document);
    const auto checked = take(check::check_document(std::move(*document), files_));
    if (!checked) return;
    add(check::lint_document(*checked, files_));
    const auto styles = read_styles(checked->document());
    if (!styles) return;
    add(job::unprinted_cells(*checked, *styles, files_));
    add(job::unknown_sums(*checked, *styles, files_));
    const auto& procedures = checked->procedures();
    const bool tte = std::any_of(procedures.begin(), procedures.end(), [](const auto& p) { return p.procedure->signing == model::SigningMode::tte; });
    // What an anchor is, and how many there are, is the template's matter.
    if (tte) add(layout::check_anchors(*checked, *styles, files_));
  }

  RenderResult result() {
    if (has_error(diagnostics_)) made_.clear();
    return {std::move(made_), std::move(diagnostics_), std::move(explanations_)};
  }
  std::vector<Diagnostic>& diagnostics() { return diagnostics_; }

 private:
  template <class T>
  std::optional<T> take(Outcome<T> outcome) {
    add(std::move(outcome.diagnostics));
    return std::move(outcome.value);
  }
  void add(std::vector<Diagnostic> more) {
    diagnostics_.insert(diagnostics_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  void emit(std::string file) { made_.push_back(std::move(file)); }

  std::optional<model::Document> read() {
    auto document = take(read::read_document(files_, source_.name, source_.bytes, store_.files));
    sources_ = files_.count();
    return document;
  }

  void apply_options(model::Document& document) const {
    for (model::Procedure& procedure : document.procedures) {
      if (!options_.template_name.empty()) {
        procedure.template_name = options_.template_name;
        procedure.template_where = {};
      } else if (procedure.template_name.empty()) {
        procedure.template_name = document.template_name;
      }
      if (!options_.paper.empty()) {
        procedure.paper = options_.paper;
        procedure.paper_where = {};
      }
      if (!options_.signing) continue;
      switch (*options_.signing) {
        case Signing::wet: procedure.signing = model::SigningMode::wet; break;
        case Signing::tte: procedure.signing = model::SigningMode::tte; break;
        case Signing::blank: procedure.signing = model::SigningMode::blank; break;
      }
    }
  }

  // A sheet that names a file means one beside itself, as with its pictures; the command line means its own folder.
  std::string template_of(const model::Procedure& procedure) const {
    const std::string& name = procedure.template_name;
    const int file = procedure.template_where.file;
    return file < 0 || !style::is_template_path(name) ? name : read::path_beside(files_.name(file), name);
  }

  // One style for each procedure; those of one template and paper share theirs.
  std::optional<std::vector<const style::SheetStyle*>> read_styles(const model::Document& document) {
    std::vector<const style::SheetStyle*> out;
    for (const model::Procedure& procedure : document.procedures) {
      const std::pair key{template_of(procedure), procedure.paper};
      auto known = styles_.find(key);
      if (known == styles_.end()) {
        auto made = take(style::read_style(files_, store_.templates_folder, key.first,
                                           {procedure.paper, procedure.paper_where, procedure.template_where}, store_.templates));
        if (!made) return std::nullopt;
        known = styles_.emplace(key, std::make_unique<style::SheetStyle>(std::move(*made))).first;
      }
      out.push_back(known->second.get());
    }
    return out;
  }

  bool has_families(const std::vector<const style::SheetStyle*>& styles, const text::FontBook& book) {
    std::set<std::string> families;
    for (const style::SheetStyle* style : styles) {
      for (const style::TextStyle& text : style->texts) families.insert(text.font.family);
    }
    add(text::check_families(book, {families.begin(), families.end()}));
    return !has_error(diagnostics_);
  }

  // Takes the document, which ends where it has been laid out: of a long one, each stage needs the memory of the last.
  std::optional<layout::PlacedSheet> lay_out(model::CheckedDocument document, const std::vector<const style::SheetStyle*>& styles,
                                             const job::LoadedImages& images) {
    auto sheet = take(layout::lay_out_sheet({document, styles, fonts_.shaper(), images.images, files_}));
    if (!sheet || !changes_) return sheet;
    layout::make_review_copy({*document.procedures().front().procedure, *styles.front(), fonts_.shaper(), images.images, *sheet, ""},
                             job::review_copy(*changes_, document, options_.changes_since->name, options_.list_changes));
    return sheet;
  }

  void draw(model::CheckedDocument document, const std::vector<const style::SheetStyle*>& styles, const job::LoadedImages& images) {
    auto sheet = lay_out(std::move(document), styles, images);
    if (!sheet) return;
    explanations_ = std::move(sheet->explanations);
    if (options_.emit == Emit::layout) {
      emit(layout::layout_json(*sheet));
      return;
    }
    scene::Scene scene = paint::paint_sheet(std::move(*sheet));
    if (options_.emit == Emit::scene) {
      emit(canvas::trace_scene(scene));
      return;
    }
    play(std::move(scene), images);
  }

  void play(scene::Scene scene, const job::LoadedImages& images) {
    std::vector<canvas::FaceFile> faces;
    for (const text::Face& face : fonts_.book().faces()) faces.push_back({face.path, face.index});
    if (options_.canvas == CanvasKind::haru) {
      if (auto drawn = take(canvas::play_with_haru(scene, faces))) finish(std::move(*drawn), std::move(scene), images);
      return;
    }
    canvas::CairoOptions options;
    options.dpi = options_.dpi;
    options.format = options_.format == FileFormat::pdf   ? canvas::CairoFormat::pdf
                     : options_.format == FileFormat::svg ? canvas::CairoFormat::svg
                                                          : canvas::CairoFormat::png;
    auto drawn = take(canvas::play_with_cairo(scene, faces, options));
    if (!drawn) return;
    if (options_.format != FileFormat::pdf) {
      made_ = std::move(*drawn);
      return;
    }
    finish(std::move(drawn->front()), std::move(scene), images);
  }

  void finish(std::string drawn, scene::Scene scene, const job::LoadedImages& images) {
    finish::FinishInput input = job::finish_input(scene, made_from(images), fonts_used(scene));
    scene = {};
    if (changes_) {  // a review copy is no record
      input.files.clear();
      input.sheets.clear();
    }
    auto finished = take(finish::finish_pdf(std::move(drawn), std::move(input)));
    if (finished) emit(std::move(*finished));
  }

  // By the beginning of each file, which lists its tables with their checksums.
  std::vector<std::pair<std::string, std::string>> fonts_used(const scene::Scene& scene) const {
    std::map<std::string, std::string> used;
    for (const text::FaceId id : scene::faces_of(scene)) {
      const std::string& path = fonts_.book().faces().at(static_cast<std::size_t>(id)).path;
      used.try_emplace(path.substr(path.find_last_of('/') + 1), path);
    }
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& [name, path] : used) out.emplace_back(name, job::font_digest(path));
    return out;
  }

  job::MadeFrom made_from(const job::LoadedImages& images) const { return {files_, sources_, images, store_.templates_folder, options_}; }

  const Source& source_;
  const RenderOptions& options_;
  job::OpenFonts& fonts_;
  const job::FileStore& store_;
  const job::Resources resources_ = job::find_resources();
  SourceFiles files_;
  std::size_t sources_ = 0;  // how many of the files the author wrote; templates follow
  std::map<std::pair<std::string, std::string>, std::unique_ptr<style::SheetStyle>> styles_;
  std::optional<job::Differences> changes_;  // of a review copy
  std::vector<std::string> made_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<std::string> explanations_;
};

}  // namespace

job::FileStore job::usual_store() { return {read_file, read_file, find_resources().templates}; }

RenderResult job::render_sheet(const Source& source, const RenderOptions& options, OpenFonts& fonts, const Wanted& wanted,
                               const FileStore& store) {
  Job job(source, options, fonts, store);
  guarded(job.diagnostics(), [&] { job.run(wanted); });
  return job.result();
}

RenderResult render(const Source& source, const RenderOptions& options) {
  job::OpenFonts fonts;
  const bool of_record = options.changes_since && source.bytes.compare(0, 5, "%PDF-") == 0;
  return of_record ? job::review_record(source, options, fonts) : job::render_sheet(source, options, fonts, {});
}

std::vector<Diagnostic> check_source(const Source& source) {
  const RenderOptions options;
  job::OpenFonts fonts;
  const job::FileStore store = job::usual_store();
  Job job(source, options, fonts, store);
  job::guarded(job.diagnostics(), [&job] { job.look(); });
  return std::move(job.diagnostics());
}

}  // namespace lembar
