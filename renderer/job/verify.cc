#include "job/verify_with.h"

#include <algorithm>
#include <map>

#include "finish/pdf_content.h"
#include "job/finish_input.h"
#include "job/guard.h"
#include "job/record_files.h"
#include "job/render_sheet.h"

namespace lembar {

namespace {

constexpr std::size_t kMostDifferences = 40;

Diagnostic no_source(const std::string& name) {
  return {Severity::error, Fault::input, "record-source", {name, 0, 0, 1, {}},
          {"PDF ini tidak lagi membawa sumbernya.", "This PDF does not carry its source any more."},
          {{"Ambil salinan yang utuh.", "Take a whole copy of it."}}};
}

// The same sheet once more, from the files inside.
RenderResult render_again(job::OpenFonts& fonts, const std::string& name, const Record& record, const std::string& fonts_folder) {
  if (record.files.empty() || record.files.front().role != RecordRole::source) return {{}, {no_source(name)}, {}};
  RenderOptions options = job::options_of(record.origin);
  options.fonts_folder = fonts_folder;
  return job::render_sheet({record.files.front().path, record.files.front().bytes}, options, fonts, {},
                           {job::authors_files(record.files), job::template_files(record.files), job::kTemplatesFolder});
}

Wording page_words(std::size_t page, const char* id, const char* en) {
  const std::string number = std::to_string(page + 1);
  return {"halaman " + number + ": " + id, "page " + number + ": " + en};
}

// The first words in which two pages differ.
Wording differing_words(std::size_t page, const finish::PageContent& had, const finish::PageContent& has) {
  for (std::size_t i = 0; i < std::max(had.words.size(), has.words.size()); ++i) {
    const std::string a = i < had.words.size() ? had.words[i] : "", b = i < has.words.size() ? has.words[i] : "";
    if (a != b) {
      const std::string id = "tertulis \"" + b + "\", sumbernya berkata \"" + a + "\"";
      const std::string en = "it says \"" + b + "\", its source says \"" + a + "\"";
      return page_words(page, id.c_str(), en.c_str());
    }
  }
  return page_words(page, "digambar lain", "drawn otherwise");
}

// What `has` has that its source does not make.
std::vector<Wording> differences(const finish::PdfContent& made, const finish::PdfContent& has) {
  std::vector<Wording> out;
  if (made.pages.size() != has.pages.size()) {
    const std::string want = std::to_string(made.pages.size()), have = std::to_string(has.pages.size());
    out.push_back({"ada " + have + " halaman, sumbernya membuat " + want, "there are " + have + " pages, its source makes " + want});
  }
  for (std::size_t p = 0; p < std::min(made.pages.size(), has.pages.size()) && out.size() < kMostDifferences; ++p) {
    const finish::PageContent &a = made.pages[p], &b = has.pages[p];
    if (a.size != b.size) out.push_back(page_words(p, "ukuran kertas lain", "another paper size"));
    if (a.words != b.words || a.drawing != b.drawing) out.push_back(differing_words(p, a, b));
    if (a.annotations != b.annotations) out.push_back(page_words(p, "tautan atau catatan lain", "other links or notes"));
  }
  if (made.information != has.information || made.xmp != has.xmp) out.push_back({"metadata", "metadata"});
  if (made.structure != has.structure) out.push_back({"tag untuk pembaca layar", "tags for screen readers"});
  if (made.navigation != has.navigation) out.push_back({"penanda dan label halaman", "bookmarks and page labels"});
  if (made.rest != has.rest) out.push_back({"pengaturan dokumen", "settings of the document"});
  return out;
}

// All words one after the other, without what a line's end brings in.
std::string running_words(const finish::PdfContent& content) {
  std::string out;
  for (const finish::PageContent& page : content.pages) {
    for (const std::string& piece : page.words) {
      for (const char c : piece) {
        if (c != ' ' && c != '-') out += c;
      }
    }
  }
  return out;
}

// Another version may break lines and pages elsewhere: what counts is that the same is said.
std::vector<Wording> differing_contents(const finish::PdfContent& made, const finish::PdfContent& has) {
  // Where the flow goes is said by the words of the symbols.
  for (std::size_t i = 0; i < std::max(made.figures.size(), has.figures.size()); ++i) {
    const std::string want = i < made.figures.size() ? made.figures[i] : "", have = i < has.figures.size() ? has.figures[i] : "";
    if (want == have) continue;
    return {{"simbol: \"" + have + "\", sumbernya berkata \"" + want + "\"", "symbol: \"" + have + "\", its source says \"" + want + "\""}};
  }
  std::string a = running_words(made), b = running_words(has);
  if (a == b) return {};
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  if (a == b) return {};
  for (std::size_t p = 0; p < std::min(made.pages.size(), has.pages.size()); ++p) {
    if (made.pages[p].words != has.pages[p].words) return {differing_words(p, made.pages[p], has.pages[p])};
  }
  return {{"kata-katanya lain", "its words are others"}};
}

std::vector<Wording> other_makers(const RecordOrigin& had, const RecordOrigin& now) {
  std::vector<Wording> out;
  const auto tell = [&out](const std::string& what, const std::string& a, const std::string& b) {
    if (a != b) out.push_back({what + " " + (a.empty() ? "?" : a) + ", kini " + (b.empty() ? "?" : b), what + " " + (a.empty() ? "?" : a) + ", now " + (b.empty() ? "?" : b)});
  };
  tell("lembar", had.version, now.version);
  for (const bool fonts : {false, true}) {
    const auto& before = fonts ? had.fonts : had.libraries;
    const auto& after = fonts ? now.fonts : now.libraries;
    std::map<std::string, std::pair<std::string, std::string>> both;
    for (const auto& [name, value] : before) both[name].first = value.substr(0, 12);
    for (const auto& [name, value] : after) both[name].second = value.substr(0, 12);
    for (const auto& [name, values] : both) tell(name, values.first, values.second);
  }
  return out;
}

class PdfVerifier {
 public:
  PdfVerifier(job::OpenFonts& fonts, const std::string& name, const std::string& pdf) : fonts_(fonts), name_(name), pdf_(pdf) {}

  void run(const std::string& fonts_folder) {
    RecordResult read = read_record(name_, pdf_);
    out_.diagnostics = std::move(read.diagnostics);
    if (!read.record) return;
    out_.record = std::move(*read.record);
    if (!out_.record.ours) return;
    RenderResult again = render_again(fonts_, name_, out_.record, fonts_folder);
    if (has_error(again.diagnostics)) out_.diagnostics = std::move(again.diagnostics);
    if (again.files.empty()) return;
    compare(again.files.front());
  }

  Verification take() { return std::move(out_); }
  std::vector<Diagnostic>& diagnostics() { return out_.diagnostics; }

 private:
  void compare(const std::string& made) {
    const bool begins_so = pdf_.compare(0, made.size(), made) == 0;
    if (begins_so) out_.original = made.size();
    out_.file_size = pdf_.size();
    out_.verdict = Verdict::same;
    if (begins_so && pdf_.size() == made.size()) return;
    auto want = finish::read_content(name_, made), have = finish::read_content(name_, pdf_);
    for (auto* content : {&want, &have}) {
      for (Diagnostic& d : content->diagnostics) out_.diagnostics.push_back(std::move(d));
    }
    if (!want || !have) return;
    for (const RecordFile& file : out_.record.files) {
      if (file.role == RecordRole::other) out_.differences.push_back({"berkas tambahan: " + file.name, "one more file: " + file.name});
    }
    if (begins_so) {  // what was appended must be signatures only
      have.value->xmp = want.value->xmp;  // where signing programs note their own day, and write all of it anew
      const std::vector<Wording> more = differences(*want.value, *have.value);
      out_.differences.insert(out_.differences.end(), more.begin(), more.end());
      if (!out_.differences.empty()) out_.verdict = Verdict::changed;
      return;
    }
    const RecordResult now = read_record(name_, made);
    if (now.record) out_.made_with = other_makers(out_.record.origin, now.record->origin);
    out_.verdict = out_.made_with.empty() ? Verdict::changed : Verdict::other_version;
    const std::vector<Wording> more = out_.made_with.empty() ? differences(*want.value, *have.value) : differing_contents(*want.value, *have.value);
    out_.differences.insert(out_.differences.end(), more.begin(), more.end());
    if (out_.verdict == Verdict::changed && out_.differences.empty()) {
      out_.differences.push_back({"berkas di dalamnya, atau susunan PDF-nya", "the files inside it, or how the PDF is put together"});
    }
  }

  job::OpenFonts& fonts_;
  const std::string& name_;
  const std::string& pdf_;
  Verification out_;
};

}  // namespace

bool Verification::signatures_hold() const {
  for (const RecordSignature& signature : record.signatures) {
    if (signature.is_signed && (signature.covered == 0 || signature.fit == SignatureFit::broken)) return false;
  }
  return true;
}

bool Verification::holds() const {
  return signatures_hold() && !has_error(diagnostics) && (verdict == Verdict::same || (verdict == Verdict::other_version && differences.empty()));
}

Verification job::verify_with(OpenFonts& fonts, const std::string& name, const std::string& pdf, const std::string& fonts_folder) {
  PdfVerifier verifier(fonts, name, pdf);
  guarded(verifier.diagnostics(), [&] { verifier.run(fonts_folder); });
  return verifier.take();
}

Verification verify(const std::string& name, const std::string& pdf, const std::string& fonts_folder) {
  job::OpenFonts fonts;
  return job::verify_with(fonts, name, pdf, fonts_folder);
}

}  // namespace lembar
