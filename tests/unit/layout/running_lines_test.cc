#include "layout/pages.h"

#include "model/printed_revision.h"
#include "support/placed_front.h"

using namespace lembar;
using testing::Front;

TEST_CASE("a running head leaves out what has no value, with its words") {
  const std::string pattern = "Nomor {number} \u00b7 Revisi {revision}";
  const auto words = [&](const char* number, const char* revision) { return layout::running_words(pattern, {"T", number, revision, ""}, 2, 3); };
  CHECK(words("12", "01") == "Nomor 12 \u00b7 Revisi 01");
  CHECK(words("", "01") == "Revisi 01");
  CHECK(words("12", "") == "Nomor 12");
  CHECK(words("12", "-") == "Nomor 12 \u00b7 Revisi -");
  CHECK(words("", "") == "");
  CHECK(layout::running_words("SOP | {unit} | Halaman {page} dari {pages}", {}, 2, 3) == "SOP | Halaman 2 dari 3");
}

TEST_CASE("a long running head keeps its two ends apart") {
  style::SheetStyle style = testing::front_style();
  style.running = {.head_left = "{title}", .head_right = "Nomor {number} \u00b7 Revisi {revision}"};
  style.running.on_first_page = true;
  const int length = GENERATE(1, 5, 20);
  const Length margin = GENERATE(mm(15), mm(8), mm(3));
  for (style::PagePart& part : style.parts) part.margins.top = margin;
  std::string words;
  for (int i = 0; i < length; ++i) words += (i > 0 ? " " : "") + std::string("kata") + std::to_string(i);
  Front front("<identitas><nomor>12</nomor></identitas>", style);
  front.place_identity();
  layout::place_running_lines(front.sheet, 0, 0, front.style, {words, words, words, ""}, front.shaper);
  CHECK(front.faults() == 0);
}

TEST_CASE("a running head says where it was cut") {
  style::SheetStyle style = testing::front_style();
  style.running = {.head_left = "{title}"};
  style.running.on_first_page = true;
  const std::string word = GENERATE("kata ", "kata", "é");
  std::string words;
  for (int i = 0; i < 500; ++i) words += word;
  Front front("<identitas><nomor>12</nomor></identitas>", style);
  front.place_identity();
  layout::place_running_lines(front.sheet, 0, 0, front.style, {words, "", "", ""}, front.shaper);
  CHECK(front.faults() == 0);
  const std::string last = front.texts().back();
  CHECK(last.ends_with("\u2026"));
  CHECK(words.find(last.substr(0, last.size() - 3)) != std::string::npos);
}

TEST_CASE("a sheet's revision is the one that it prints") {
  const auto revision = [](const std::string& children) { return model::printed_revision(Front(children).procedure); };
  const std::string history = "<riwayat><revisi nomor=\"1\" tanggal=\"2024-03-01\">a</revisi></riwayat>";
  CHECK(revision("<identitas><tanggal-revisi>-</tanggal-revisi><isian label=\"No. Revisi\">01</isian></identitas>" + history) == "01");
  CHECK(revision("<identitas><tanggal-revisi>2024-03-01</tanggal-revisi><isian label=\"No. Revisi\"/></identitas>" + history) == "1");
  CHECK(revision("<identitas><tanggal-revisi>2024-03-01</tanggal-revisi></identitas>") == "1 Maret 2024");
  CHECK(revision("<identitas><isian label=\"Tanggal Revisi\">x</isian></identitas>") == "");
}
