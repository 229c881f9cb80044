#include "layout/tte_anchors.h"

#include <set>

#include "base/findings.h"
#include "layout/front/signing_place.h"
#include "model/each_words.h"
#include "text/utf8.h"

namespace lembar::layout {

namespace {

constexpr const char* kRepeated = "L210";
constexpr const char* kLong = "L211";
constexpr const char* kNoStatement = "L212";

const Wording kOtherAnchor{"Hapus tanda itu dari teks, atau beri tanda lain pada jangkar= dalam <tte> di templat.",
                           "Take the character out of the text, or give another in jangkar= of the template's <tte>."};

bool holds(const std::string& words, const std::string& anchor) { return words.find(anchor) != std::string::npos; }

class AnchorCheck {
 public:
  AnchorCheck(const SourceFiles& files) : findings_(files) {}

  void look(const model::Procedure& procedure, const style::SheetStyle& style) {
    const std::vector<std::string> anchors = anchors_of(style);
    look_for_signers(procedure, anchors);
    model::for_each_words(procedure, [&](const std::vector<model::TextRun>& runs, const SourceSpan& where) {
      const std::string words = model::plain_text(runs);
      for (const std::string& anchor : anchors)
        if (holds(words, anchor) && told_.insert({where.file, where.line, anchor}).second)
          findings_.warning(where, kRepeated,
                            {"Jangkar TTE \"" + anchor + "\" juga ada dalam teks; layanan tanda tangan akan salah tempat.",
                             "The anchor \"" + anchor + "\" of electronic signatures stands in the text too; the signing service would go astray."},
                            {kOtherAnchor});
    });
    for (const std::string& anchor : anchors)
      if (text::count_clusters(anchor) > 1 && long_.insert(anchor).second)
        findings_.warning(procedure.where, kLong,
                          {"Jangkar TTE \"" + anchor + "\" lebih dari satu karakter; layanan BSrE mencari satu karakter.",
                           "The anchor \"" + anchor + "\" is more than one character; the BSrE service looks for one."},
                          {{"Pakai satu karakter pada jangkar=, kecuali layanan Anda memintanya.", "Use one character in jangkar=, unless your service asks for more."}});
    if (style.tte_footer.empty())
      findings_.warning(procedure.where, kNoStatement,
                        {"Lembar TTE tanpa pernyataan di kaki halaman.", "A sheet to be signed electronically has no statement at its foot."},
                        {{"Isi pernyataan= dalam <tte> di templat.", "Fill in pernyataan= of the template's <tte>."}});
  }

  std::vector<Diagnostic> take() { return findings_.take(); }

 private:
  void look_for_signers(const model::Procedure& procedure, const std::vector<std::string>& anchors) {
    const auto look = [&](const model::Official& official) {
      if (!signers_.insert(signer_key(official)).second || signers_.size() <= anchors.size()) return;
      findings_.warning(official.where, kRepeated,
                        {"Tidak ada jangkar TTE untuk penanda tangan ke-" + std::to_string(signers_.size()) + "; templat hanya punya " + std::to_string(anchors.size()) + ".",
                         "There is no anchor for signer " + std::to_string(signers_.size()) + "; the template has " + std::to_string(anchors.size()) + " only."},
                        {{"Tambahkan karakter pada jangkar= dalam <tte>, dipisah spasi: jangkar=\"# ^\".", "Add a character to jangkar= of <tte>, with a space between: jangkar=\"# ^\"."}});
    };
    if (procedure.identity)
      for (const model::IdentityField& field : procedure.identity->fields)
        if (field.official && signs_in_identity(procedure, *field.official)) look(*field.official);
    for (const model::SigningBlock& block : procedure.signing_blocks) look(block.official);
  }

  Findings findings_;
  std::set<std::string> signers_, long_;
  std::set<std::tuple<int, int, std::string>> told_;
};

}  // namespace

std::vector<Diagnostic> check_anchors(const model::CheckedDocument& document, const std::vector<const style::SheetStyle*>& styles,
                                      const SourceFiles& files) {
  AnchorCheck check(files);
  for (std::size_t i = 0; i < document.procedures().size() && i < styles.size(); ++i) {
    const model::Procedure& procedure = *document.procedures()[i].procedure;
    if (procedure.signing == model::SigningMode::tte) check.look(procedure, *styles[i]);
  }
  return check.take();
}

std::vector<Diagnostic> check_placed_anchors(const PlacedSheet& sheet) {
  std::vector<Diagnostic> found;
  std::set<std::string> anchors;
  for (const PlacedPage& page : sheet.pages)
    for (const SignaturePlace& place : page.signatures)
      if (!place.anchor.empty()) anchors.insert(place.anchor);
  for (const std::string& anchor : anchors) {
    bool met = false;  // the anchor itself
    for (const PlacedPage& page : sheet.pages)
      for (const PlacedText& text : page.texts) {
        if (!holds(text.line.text, anchor)) continue;
        if (!met && text.line.text == anchor) {
          met = true;
          continue;
        }
        const std::string where = std::to_string(page.number), words = in_quotes(text.line.text);
        Diagnostic d;
        d.severity = Severity::warning;
        d.code = kRepeated;
        d.message = {"Jangkar TTE \"" + anchor + "\" juga ada pada halaman " + where + ": " + words + ".",
                     "The anchor \"" + anchor + "\" stands on page " + where + " too: " + words + "."};
        d.remedies.push_back(kOtherAnchor);
        found.push_back(std::move(d));
        break;  // one for each page is enough
      }
  }
  return found;
}

}  // namespace lembar::layout
