// Which words of a document are marked, and that nothing else of it changes.
#include "job/compare/mark_words.h"
#include "job/read_checked.h"
#include "lembar/render.h"
#include "support/catch.h"
#include "support/reading.h"

using namespace lembar;

namespace {

const std::string kFolder = std::string(LEMBAR_ROOT) + "/tests/suite/diff/";

Source suite(const std::string& name) { return {kFolder + name, testing::file_bytes(kFolder + name)}; }

model::CheckedDocument checked(const Source& source) {
  SourceFiles files;
  auto outcome = job::read_checked(files, source);
  REQUIRE(outcome);
  return std::move(*outcome.value);
}

std::string underlined(const std::vector<model::TextRun>& runs) {
  std::string out;
  for (const model::TextRun& run : runs)
    if (run.underline) out += "[" + run.text + "]";
  return out;
}

}  // namespace

TEST_CASE("New words are underlined, and no word is another") {
  const model::CheckedDocument before = checked(suite("surat-lama.xml")), after = checked(suite("surat-baru.xml"));
  const model::Document marked = job::with_marked_words(after.document(), job::find_differences(before, after));
  const model::Procedure &p = marked.procedures[0], &plain = after.document().procedures[0];
  CHECK(underlined(p.boxes[1].text.blocks[1].runs) == "[dan pemindai]");
  CHECK(underlined(p.boxes[0].text.blocks[1].runs) == "");
  const auto& steps = p.tables[0].rows;
  const auto cell = [&](int row, int column) { return underlined(std::get<model::Step>(steps[row]).cells[column].text.blocks[0].runs); };
  CHECK(cell(0, 0) == "");
  CHECK(cell(1, 0) == "[Memindai surat dan mengunggahnya ke aplikasi persuratan]");
  CHECK(cell(4, 0) == "[melalui aplikasi persuratan]");
  CHECK(cell(4, 2) == "[30 Menit]");
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto &a = std::get<model::Step>(steps[i]).cells, &b = std::get<model::Step>(plain.tables[0].rows[i]).cells;
    for (std::size_t c = 0; c < a.size(); ++c) CHECK(model::plain_text(a[c].text) == model::plain_text(b[c].text));
  }
}

TEST_CASE("A review copy of a sheet that did not change is that sheet and a note") {
  RenderOptions options;
  options.changes_since = suite("surat-baru.xml");
  options.emit = Emit::scene;
  const RenderResult same = render(suite("surat-baru.xml"), options);
  REQUIRE(same.files.size() == 1);
  CHECK(same.files[0].find("SALINAN TELAAH") != std::string::npos);
  options.changes_since = suite("surat-lama.xml");
  const RenderResult other = render(suite("surat-baru.xml"), options);
  // 1.5 pt is the weight of bars only.
  CHECK(same.files[0].find("\"weight\":1.5") == std::string::npos);
  CHECK(other.files[0].find("\"weight\":1.5") != std::string::npos);
}

TEST_CASE("A review copy needs an older sheet that is right") {
  RenderOptions options;
  options.changes_since = Source{"x.xml", "<sop versi=\"1\"><tak-ada/></sop>"};
  const RenderResult result = render(suite("surat-baru.xml"), options);
  CHECK(result.files.empty());
  CHECK(exit_status(result.diagnostics) == 1);
}
