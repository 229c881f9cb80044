// New sheets: from a template, and from another sheet.

#include "base/assert.h"
#include "base/xml_text.h"
#include "job/guard.h"
#include "job/resources.h"
#include "job/revise/revision_entry.h"
#include "job/revise/revision_marks.h"
#include "job/revise/sheet_source.h"
#include "lembar/revise.h"
#include "model/printed_revision.h"
#include "style/read_style.h"

namespace lembar {

namespace job {

namespace {

using style::IdentityKeyName;

class StartWriter {
 public:
  StartWriter(const style::SheetStyle& style, std::string name, CommentLanguage language)
      : style_(style), name_(std::move(name)), indonesian_(language == CommentLanguage::indonesian) {}

  std::string write() {
    line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    comment(0, {"Isilah yang di antara kurung siku, hapus yang tidak perlu. Lalu: lembar check BERKAS, lembar render BERKAS.",
                "Fill in what stands in square brackets, remove what is not needed. Then: lembar check FILE, lembar render FILE."});
    comment(0, {"status=\"konsep\" mencetak cap KONSEP; hapus atau ganti dengan berlaku bila sudah disahkan.",
                "status=\"konsep\" prints the stamp KONSEP; remove it, or write berlaku, once the sheet is in force."});
    line("<sop versi=\"1\" templat=\"" + escaped_attribute(name_) + "\" pengesahan=\"basah\" status=\"konsep\">");
    letterhead();
    identity();
    boxes();
    lanes();
    flow();
    if (!style_.signature.after_table) {
      line("</sop>");
      return std::move(out_);
    }
    comment(1, {"Bila ada pengesah lain di bawah tabel: <pengesah letak=\"kanan\" tempat=\"…\" tanggal=\"2025-01-02\"> … </pengesah>",
                "For another signer below the table: <pengesah letak=\"kanan\" tempat=\"…\" tanggal=\"2025-01-02\"> … </pengesah>"});
    line("</sop>");
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { out_ += text + "\n"; }
  void comment(std::size_t depth, const Wording& words) {
    line(std::string(depth * 2, ' ') + "<!-- " + (indonesian_ ? words.id : words.en) + " -->");
  }

  void letterhead() {
    if (style_.letterhead.place == style::LetterheadPlace::none) return;
    line("");
    comment(1, {"Logo: <kop logo=\"lambang.png\">, dilihat dari berkas ini.", "Logo: <kop logo=\"lambang.png\">, as seen from this file."});
    line("  <kop>");
    line("    <baris peran=\"pemda\">[PEMERINTAH KABUPATEN]</baris>");
    line("    <baris peran=\"unit\">[NAMA PERANGKAT DAERAH]</baris>");
    line("    <baris peran=\"alamat\">[alamat]</baris>");
    line("  </kop>");
  }

  void identity() {
    line("");
    line("  <identitas>");
    for (const IdentityKeyName key : style_.identity.order) field(key);
    comment(2, {"Isian lain menurut kebiasaan instansi: <isian label=\"No. Revisi\">00</isian>",
                "Other fields as your office has them: <isian label=\"No. Revisi\">00</isian>"});
    line("  </identitas>");
  }

  void field(IdentityKeyName key) {
    switch (key) {
      case IdentityKeyName::number: line("    <nomor>[nomor]</nomor>"); break;
      case IdentityKeyName::created:
        comment(2, {"Tanggal: TTTT-BB-HH, dicetak 2 Juni 2025.", "Dates: YYYY-MM-DD, printed as 2 Juni 2025."});
        line("    <tanggal-pembuatan></tanggal-pembuatan>");
        break;
      case IdentityKeyName::revised: line("    <tanggal-revisi>-</tanggal-revisi>"); break;
      case IdentityKeyName::effective: line("    <tanggal-efektif></tanggal-efektif>"); break;
      case IdentityKeyName::approved_by:
        line("    <disahkan-oleh>");
        line("      <jabatan>[JABATAN]</jabatan>");
        line("      <nama>[nama pejabat]</nama>");
        line("      <pangkat>[pangkat (golongan)]</pangkat>");
        comment(3, {"<nip>: 18 angka.", "<nip>: 18 digits."});
        line("    </disahkan-oleh>");
        break;
      case IdentityKeyName::title: line("    <nama-sop>[Nama SOP]</nama-sop>"); break;
    }
  }

  void boxes() {
    struct Known {
      const char* name;
      const char* words;
    };
    static const Known kBoxes[] = {{"dasar-hukum", "[Peraturan … Nomor … Tahun … tentang …]"}, {"kualifikasi-pelaksana", "[kemampuan yang diperlukan]"},
                                   {"keterkaitan", "[SOP lain yang terkait]"}, {"peralatan", "[alat dan perlengkapan]"},
                                   {"peringatan", "[akibat bila SOP ini tidak dilaksanakan]"}, {"pencatatan", "[apa yang dicatat dan disimpan, di mana]"}};
    line("");
    comment(1, {"Satu <butir> untuk tiap hal; daftar=\"huruf\" dan sebagainya mengganti penomorannya.",
                "One <butir> for each thing; daftar=\"huruf\" and the like change how they are numbered."});
    for (const Known& box : kBoxes) {
      if (!style_.boxes.count(box.name)) continue;
      line(std::string("  <") + box.name + ">");
      line(std::string("    <butir>") + box.words + "</butir>");
      line(std::string("  </") + box.name + ">");
    }
    comment(1, {"Kotak sendiri: <kotak label=\"Definisi\"> … </kotak>", "A box of your own: <kotak label=\"Definisi\"> … </kotak>"});
  }

  void lanes() {
    line("");
    comment(1, {"Para pelaksana, dari kiri ke kanan. id hanya untuk berkas ini, tidak dicetak.",
                "Who does it, from left to right. An id is for this file only, it is not printed."});
    line("  <pelaksana>");
    line("    <aktor id=\"pemohon\">[Pemohon]</aktor>");
    line("    <aktor id=\"petugas\">[Petugas]</aktor>");
    line("    <aktor id=\"kepala\">[Kepala]</aktor>");
    line("  </pelaksana>");
  }

  void flow() {
    line("");
    comment(1, {"bentuk: mulai, proses (tanpa disebut), keputusan, selesai, lingkaran. Tanpa <alur>, langkah menuju langkah berikutnya.",
                "bentuk: mulai, proses (if none is given), keputusan, selesai, lingkaran. Without <alur> a step leads to the next one."});
    line("  <prosedur>");
    step("ajukan", "pemohon", "mulai", "[Mengajukan …]", {});
    step("periksa", "petugas", "keputusan", "[Memeriksa …]", {"<alur ke=\"setujui\" label=\"Ya\"/>", "<alur ke=\"ajukan\" label=\"Tidak\"/>"});
    step("setujui", "kepala", "", "[Menyetujui …]", {});
    step("simpan", "petugas", "selesai", "[Menyimpan …]", {});
    line("  </prosedur>");
  }

  void step(const std::string& id, const std::string& actor, const std::string& shape, const std::string& words,
            const std::vector<std::string>& connectors) {
    line("    <langkah id=\"" + id + "\" pelaksana=\"" + actor + "\"" + (shape.empty() ? "" : " bentuk=\"" + shape + "\"") + ">");
    line("      <uraian>" + words + "</uraian>");
    for (const std::string& connector : connectors) line("      " + connector);
    for (const style::ColumnStyle& column : style_.table.columns) {
      const std::string& key = column.key;
      if (key == "nomor" || key == "uraian" || key == "pelaksana") continue;
      if (key == "waktu") line("      <waktu>[5 Menit]</waktu>");
      else if (key == "kelengkapan" || key == "output") line("      <" + key + ">[" + key + "]</" + key + ">");
      else if (key == "keterangan") line("      <keterangan></keterangan>");
      else line("      <kolom id=\"" + escaped_attribute(key) + "\"></kolom>");
    }
    line("    </langkah>");
  }

  const style::SheetStyle& style_;
  std::string name_;
  bool indonesian_;
  std::string out_;
};

// Takes out of a sheet what is its own alone.
class Emptier {
 public:
  Emptier(read::XmlEdits& edits, const std::string& prefix) : edits_(edits), prefix_(prefix) {}

  void empty(const read::XmlNode& node) {
    if (node.is("riwayat")) return edits_.remove(node);
    if (node.is("identitas") || node.is("umum")) identity(node);
    if (node.is("pengesah")) signer(node);
    if (node.is("sop"))
      if (const read::XmlAttribute* status = node.attribute("status")) edits_.set_attribute(*status, "konsep");
    for (const char* name : {"berkas", "logo", "logo-kanan"})
      if (const read::XmlAttribute* path = node.attribute(name); path && !path->value.empty() && path->value[0] != '/' && !prefix_.empty())
        edits_.set_attribute(*path, prefix_ + path->value);
    for (const read::XmlNode& child : node.children)
      if (!child.is_text()) empty(child);
  }

 private:
  void identity(const read::XmlNode& node) {
    for (const read::XmlNode& field : node.children) {
      if (field.is("nomor") || field.is("tanggal-pembuatan") || field.is("tanggal-efektif")) words(field, "");
      if (field.is("tanggal-revisi")) words(field, "-");
      if (field.is("disahkan-oleh")) official(field);
      const read::XmlAttribute* label = field.is("isian") ? field.attribute("label") : nullptr;
      if (label && model::is_revision_label(label->value)) words(field, "00");
    }
  }

  void words(const read::XmlNode& field, const std::string& instead) {
    edits_.set_words(field, instead);
    if (const read::XmlAttribute* iso = field.attribute("iso")) edits_.remove_attribute(*iso);
  }

  // The office stays, who holds it may change.
  void official(const read::XmlNode& node) {
    for (const read::XmlNode& child : node.children)
      if (child.is("nama") || child.is("pangkat") || child.is("nip")) edits_.set_words(child, "");
  }

  void signer(const read::XmlNode& node) {
    official(node);
    for (const char* name : {"tanggal", "iso"})
      if (const read::XmlAttribute* date = node.attribute(name)) edits_.remove_attribute(*date);
  }

  read::XmlEdits& edits_;
  const std::string& prefix_;
};

// Words that may stand in a comment.
std::string in_comment(std::string words) {
  if (!is_text(words)) return "?";
  for (std::size_t at = words.find("--"); at != std::string::npos; at = words.find("--", at)) words.replace(at, 2, "- -");
  return words;
}

std::string emptied(const SheetSource& sheet, const std::string& name, const std::string& prefix, CommentLanguage language) {
  read::XmlEdits edits(sheet.source->bytes);
  const std::string from = in_comment(name.substr(name.find_last_of('/') + 1));
  edits.replace({sheet.root.whole.first, sheet.root.whole.first},
                "<!-- " + (language == CommentLanguage::indonesian
                               ? "Dimulai dari " + from + ": isilah nomor, tanggal, pejabat, dan nama SOP yang baru."
                               : "Started from " + from + ": fill in the new number, dates, official and title.") + " -->" + edits.line_end());
  Emptier(edits, prefix).empty(sheet.root);
  return edits.applied();
}

}  // namespace

}  // namespace job

StartResult start_sheet(const std::string& template_name, const std::string& written, CommentLanguage language) {
  StartResult result;
  job::guarded(result.diagnostics, [&] {
    SourceFiles files;
    const std::string name = template_name.empty() ? "p35" : template_name;
    auto style = style::read_style(files, job::find_resources().templates, name, {});
    result.diagnostics = std::move(style.diagnostics);
    if (!style) return;
    std::string bytes = job::StartWriter(*style.value, written.empty() ? name : written, language).write();
    job::prove_readable({"baru.xml", bytes}, job::read_file);
    result.bytes = std::move(bytes);
  });
  return result;
}

StartResult start_from(const Source& source, const std::string& prefix, CommentLanguage language) {
  StartResult result;
  job::guarded(result.diagnostics, [&] {
    const auto sheet = job::read_sheet_source(source, result.diagnostics);
    if (!sheet) return;
    // Proved as it would stand beside the old one, where the files that it names are.
    job::prove_readable({sheet->source->name, job::emptied(*sheet, source.name, "", language)}, sheet->loader);
    result.bytes = job::emptied(*sheet, source.name, prefix, language);
  });
  return result;
}

}  // namespace lembar
