#include "layout/layout.h"

#include <algorithm>

#include "base/assert.h"
#include "base/findings.h"
#include "layout/characters.h"
#include "layout/flow/page_links.h"
#include "layout/flow_part.h"
#include "layout/front/contents.h"
#include "layout/front/front.h"
#include "layout/front/tte_statement.h"
#include "layout/invariants.h"
#include "layout/symbol_words.h"
#include "layout/tte_anchors.h"
#include "model/printed_revision.h"

namespace lembar::layout {

namespace {

constexpr int kMostOfPage = 80;  // per cent of its width and height that a stamp takes

std::string status_name(model::Status status) {
  switch (status) {
    case model::Status::draft: return "konsep";
    case model::Status::in_force: return "berlaku";
    case model::Status::revoked: return "dicabut";
    case model::Status::copy: return "salinan";
    case model::Status::none: break;
  }
  return {};
}

// The day for those who sort by it, where it is known; else as it stands on the sheet.
std::string day(const model::Date& date) { return date.iso.empty() ? date.printed : date.iso; }

RecordSheet info_of(const model::Procedure& p) {
  RecordSheet info{.title = p.title(), .number = p.number(), .status = status_name(p.status)};
  if (p.letterhead)
    for (const auto& line : p.letterhead->lines)
      if (line.role == model::LetterheadRole::unit) info.unit += (info.unit.empty() ? "" : " ") + model::plain_text(line.runs);
  info.revision = model::revision_number(p);
  if (p.identity) {
    for (const auto& field : p.identity->fields) {
      if (field.official && field.official->name) info.signer = field.official->name->value;
      if (!field.date) continue;
      if (field.key == model::IdentityKey::created) info.created = day(*field.date);
      if (field.key == model::IdentityKey::effective) info.effective = day(*field.date);
      if (field.key == model::IdentityKey::revised) info.revised = day(*field.date);
    }
  }
  if (info.signer.empty())
    for (const auto& block : p.signing_blocks)
      if (block.official.name) info.signer = block.official.name->value;
  return info;
}

class SheetLayouter {
 public:
  explicit SheetLayouter(const LayoutInput& in) : in_(in), pages_(sheet_) {}

  Outcome<PlacedSheet> run() {
    const auto& procedures = in_.document.procedures();
    LEMBAR_ASSERT(in_.styles.size() == procedures.size(), "each procedure has its style");
    for (std::size_t i = 0; i < procedures.size(); ++i)
      styles_.push_back(is_tte(i) ? with_room_for_statement(*in_.styles[i], in_.shaper) : *in_.styles[i]);
    for (std::size_t i = 0; i < procedures.size(); ++i) {
      auto found = check_characters(*procedures[i].procedure, *in_.styles[i], in_.shaper, in_.files);
      diagnostics_.insert(diagnostics_.end(), found.begin(), found.end());
    }
    if (has_error(diagnostics_)) return {std::nullopt, std::move(diagnostics_)};
    const model::Document& document = in_.document.document();
    std::vector<ContentsLine> contents;
    if (document.compilation && !procedures.empty()) {
      const FrontInput front = front_input(*procedures.front().procedure, styles_.front(), "");
      if (document.cover) expect_fit(place_cover(front, *document.cover, std::max(0, document.where.file), pages_));
      if (document.contents) {
        contents = place_contents(front, document, pages_);
        const int page = contents.empty() ? static_cast<int>(sheet_.pages.size()) : contents.front().page + 1;
        sheet_.bookmarks.push_back({0, styles_.front().contents_title, page, Length()});
      }
      if (document.symbol_legend) place_symbol_legend(front, pages_);
    }
    for (std::size_t i = 0; i < procedures.size(); ++i) place_procedure(i);
    if (has_error(diagnostics_)) return {std::nullopt, std::move(diagnostics_)};
    finish();
    fill_contents(contents);
    look_for_anchors();
    const std::vector<LayoutFault> faults = find_layout_faults(sheet_, 1);
    LEMBAR_ASSERT(faults.empty(), (faults.empty() ? std::string() : "page " + std::to_string(faults[0].page) + ": " + faults[0].code + ": " + faults[0].what).c_str());
    return {std::move(sheet_), std::move(diagnostics_)};
  }

 private:
  FrontInput front_input(const model::Procedure& p, const style::SheetStyle& style, std::string sop) {
    return {p, style, in_.shaper, in_.images, sheet_, std::move(sop)};
  }

  void expect_fit(const TooHigh& where) {
    if (!where) return;
    Findings findings(in_.files);
    findings.error(*where, "front-too-high", {"Kata-kata di sini lebih tinggi daripada satu halaman.", "The words here are higher than a page."},
                   {{"Persingkat, atau pakai kertas yang lebih besar.", "Shorten them, or use larger paper."}});
    for (Diagnostic& found : findings.take()) diagnostics_.push_back(std::move(found));
  }

  void place_procedure(std::size_t i) {
    const model::CheckedProcedure& checked = in_.document.procedures()[i];
    const model::Procedure& p = *checked.procedure;
    const style::SheetStyle& style = styles_[i];
    const std::string sop = in_.document.document().compilation ? "sop-" + std::to_string(i + 1) : std::string();
    const int first = static_cast<int>(sheet_.pages.size());
    const FrontInput front = front_input(p, style, sop);
    if (p.cover) expect_fit(place_cover(front, *p.cover, p.file, pages_));
    const std::size_t bookmark = sheet_.bookmarks.size();
    sheet_.bookmarks.push_back({0, p.title().empty() ? "SOP" : p.title(), first + 1, Length()});
    const std::size_t before_identity = sheet_.pages.size();
    expect_fit(place_identity(front, pages_));
    const bool identity_here = static_cast<int>(sheet_.pages.size()) > first && sheet_.pages.back().role == "identitas";
    // Of an identity that ran over by a few boxes the last page is half empty: a short table may follow there. Under an
    // identity of a few lines any table may.
    const bool ran_over = identity_here && sheet_.pages.size() > before_identity + 1 && pages_.free() > half(pages_.body().h);
    const bool hardly_used = identity_here && pages_.free() > scaled(pages_.body().h, 3, 4);

    const FlowPartInput flow{checked, style, in_.shaper, in_.files, sop, signing_height(front, Signers::as_given),
                             signing_height(front, Signers::abreast),
                             ((identity_here && style.identity_and_flow_on_one_page) || ran_over || hardly_used) &&
                                 style.page_size(style::Part::flow) == style.page_size(style::Part::identity),
                             hardly_used};
    FlowPartResult result = place_flow_part(flow, sheet_, pages_);
    diagnostics_.insert(diagnostics_.end(), result.diagnostics.begin(), result.diagnostics.end());
    if (has_error(result.diagnostics)) return;
    if (!p.signing_blocks.empty()) {
      const Signers signers = result.tight ? Signers::abreast : Signers::as_given;
      if (static_cast<int>(sheet_.pages.size()) == first || (signing_height(front, signers) > pages_.free() && !pages_.at_top())) pages_.start_page(style, style::Part::flow, "alur", sop);
      place_signing_blocks(front, signers, pages_);
    }
    place_history(front, pages_);
    if (static_cast<int>(sheet_.pages.size()) == first) pages_.start_page(style, style::Part::flow, "alur", sop);
    sheet_.bookmarks[bookmark].page = first + 1;
    sheet_.bookmarks.insert(sheet_.bookmarks.end(), result.bookmarks.begin(), result.bookmarks.end());
    sheet_.explanations.insert(sheet_.explanations.end(), result.explanations.begin(), result.explanations.end());
    sheet_.infos.push_back(info_of(p));
    link_pages(sheet_, result.marks, style, in_.shaper);
    parts_.push_back({first, static_cast<int>(sheet_.pages.size()) - 1, i});
  }

  void finish() {
    for (const PagesOf& part : parts_) {
      const model::Procedure& p = *in_.document.procedures()[part.procedure].procedure;
      const style::SheetStyle& style = styles_[part.procedure];
      const RecordSheet& info = sheet_.infos[part.procedure];
      const RunningWords words{info.title, info.number, model::printed_revision(p), info.unit};
      place_running_lines(sheet_, part.first, part.last, style, words, in_.shaper);
      if (is_tte(part.procedure)) place_tte_statement(sheet_, part.first, part.last, style, words, in_.shaper);
      const auto stamp = style.stamps.find(status_name(p.status));
      // Stamps go with ink.
      if (!is_tte(part.procedure) && stamp != style.stamps.end() && !stamp->second.words.empty()) place_stamp(part, style, stamp->second.words);
    }
    describe_symbols(in_.document, sheet_);
    const style::SheetStyle& style = styles_.front();
    sheet_.frame_stroke = style.strokes.frame;
    sheet_.symbol_stroke = style.strokes.symbol;
    sheet_.arrow_length = style.symbols.arrow_length;
    sheet_.arrow_width = style.symbols.arrow_width;
  }

  bool is_tte(std::size_t procedure) const {
    return in_.document.procedures()[procedure].procedure->signing == model::SigningMode::tte;
  }

  void look_for_anchors() {
    auto found = check_anchors(in_.document, in_.styles, in_.files);
    if (found.empty()) found = check_placed_anchors(sheet_);
    diagnostics_.insert(diagnostics_.end(), found.begin(), found.end());
  }

  void fill_contents(const std::vector<ContentsLine>& lines) {
    std::vector<int> first_pages;
    for (const PagesOf& part : parts_) first_pages.push_back(part.first + 1);
    layout::fill_contents(sheet_, lines, first_pages, styles_.front(), in_.shaper);
  }

  struct PagesOf {
    int first = 0, last = 0;
    std::size_t procedure = 0;
  };

  // Rising across each page behind all else, as large as the template says or as the page holds.
  void place_stamp(const PagesOf& part, const style::SheetStyle& style, const std::string& words) {
    for (int i = part.first; i <= part.last; ++i) {
      PlacedPage& page = sheet_.pages[i];
      text::FontSpec font = style.text(style::TextRole::stamp).font;
      text::ShapedLine line = in_.shaper.line({{words, font}});
      Size size = turned_size(line);
      const Size most{scaled(page.size.w, kMostOfPage, 100), scaled(page.size.h, kMostOfPage, 100)};
      if (size.w > most.w || size.h > most.h) {
        const Length by_width = scaled(font.size, most.w.units(), size.w.units()), by_height = scaled(font.size, most.h.units(), size.h.units());
        font.size = max(style.least_text, min(by_width, by_height));
        line = in_.shaper.line({{words, font}});
        size = turned_size(line);
      }
      const Rect box{half(page.size.w - size.w), half(page.size.h - size.h), size.w, size.h};
      page.texts.push_back({.role = "cap", .line = line, .box = box, .size = font.size, .turn = Turn::rising, .stamp = true});
    }
  }

  static Size turned_size(const text::ShapedLine& line) {
    const Fifths turn = fifths(Turn::rising);
    return {scaled(line.width, turn.cos, 5) + scaled(line.height(), turn.sin, 5), scaled(line.width, turn.sin, 5) + scaled(line.height(), turn.cos, 5)};
  }

  const LayoutInput& in_;
  PlacedSheet sheet_;
  PageFiller pages_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<PagesOf> parts_;
  std::vector<style::SheetStyle> styles_;  // one for each procedure: the template's, with what its signing needs
};

}  // namespace

std::string image_key(int file, const std::string& path) { return std::to_string(file) + ":" + path; }

std::optional<int> find_image(const FrontInput& input, int file, const std::string& path) {
  const auto known = input.images.find(image_key(file, path));
  if (known == input.images.end()) return std::nullopt;
  for (std::size_t i = 0; i < input.sheet.images.size(); ++i)
    if (input.sheet.images[i].name == known->second.name && input.sheet.images[i].bytes == known->second.bytes) return static_cast<int>(i);
  input.sheet.images.push_back(known->second);
  return static_cast<int>(input.sheet.images.size()) - 1;
}

Outcome<PlacedSheet> lay_out_sheet(const LayoutInput& input) { return SheetLayouter(input).run(); }

}  // namespace lembar::layout
