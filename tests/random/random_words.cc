#include "random/random_words.h"

#include <algorithm>

namespace lembar::test {

namespace {

const std::vector<std::string> kWords = {
    "surat", "masuk", "dokumen", "pelayanan", "kepegawaian", "pemerintah", "daerah", "kecamatan", "laporan", "kinerja", "tahunan", "data",
    "penyusunan", "rencana", "anggaran", "pertanggungjawaban", "disposisi", "berkas", "kepada", "untuk", "dan", "yang", "telah", "diperiksa",
    "sekretariat", "bidang", "masyarakat", "arsip", "koordinasi", "verifikasi", "lampiran", "peraturan", "nomor", "tahun", "pembinaan"};
const std::vector<std::string> kVerbs = {"Menerima", "Memeriksa", "Mencatat", "Menyusun", "Memverifikasi", "Menandatangani", "Mengarsipkan",
                                         "Menyampaikan", "Mengoreksi", "Menghimpun"};
const std::vector<std::string> kPosts = {
    "Camat", "Sekretaris", "Kepala Seksi", "Kasubbag Umum", "Kasubbag Perencanaan dan Keuangan", "Pelaksana", "Staf", "Pemohon", "Bendahara",
    "Kepala Badan", "Kabid/Kasubbag", "Petugas Loket", "Tim Teknis", "Operator Sistem Informasi Kepegawaian", "Penanggungjawab", "Verifikator", "PPK"};

std::string capital(std::string s) {
  if (!s.empty() && s[0] >= 'a' && s[0] <= 'z') s[0] = static_cast<char>(s[0] - 'a' + 'A');
  return s;
}

}  // namespace

std::string RandomWords::sentence(int words) {
  std::string out;
  for (int i = 0; i < words; ++i) out += (out.empty() ? "" : " ") + r_.pick(kWords);
  return capital(out);
}

std::string RandomWords::title() { return "Prosedur " + sentence(r_.chance(15) ? r_.between(12, 25) : r_.between(2, 6)); }

std::string RandomWords::activity(bool is_long) {
  const std::string body = r_.pick(kVerbs) + " " + sentence(is_long ? r_.between(15, r_.chance(10) ? 160 : 45) : r_.between(2, 9));
  return r_.chance(5) ? "<p>" + body + "</p><p>" + sentence(5) + "</p>" : body;
}

std::string RandomWords::list(int items, int words) {
  std::string out;
  for (int i = 0; i < items; ++i) {
    out += "<butir" + (r_.chance(4) ? " nomor=\"" + std::to_string(r_.between(2, 9)) + "\"" : std::string()) + ">" + sentence(r_.between(1, words));
    if (r_.chance(8)) out += "<butir>" + sentence(3) + "</butir><butir>" + sentence(4) + "</butir>";
    out += "</butir>";
  }
  return out;
}

std::string RandomWords::cell(bool is_long) {
  if (r_.chance(6)) return "-";
  if (r_.chance(is_long ? 40 : 8)) return list(r_.between(1, is_long ? 6 : 3), 5);
  if (r_.chance(5)) return "<t>" + sentence(2) + "</t> " + sentence(2) + "<br/><m>" + sentence(1) + "</m>";
  if (r_.chance(4)) return "https://layanan.balangankab.go.id/permohonan/" + std::to_string(r_.between(1000, 99999));
  return sentence(is_long ? r_.between(10, 40) : r_.between(1, 5));
}

std::string RandomWords::time() {
  if (r_.chance(6)) return r_.pick<std::string>({"", "-", "Sesuai kebutuhan", "2 Hari Kerja"});
  return std::to_string(r_.between(1, r_.chance(10) ? 120 : 30)) + " " + r_.pick<std::string>({"Menit", "Jam", "Hari", "Minggu", "menit"});
}

std::string RandomWords::section() { return r_.pick<std::string>({"A. ", "B. ", ""}) + sentence(r_.chance(20) ? r_.between(10, 22) : r_.between(2, 4)); }

std::string RandomWords::lanes(int count) {
  std::string out = "<pelaksana" + (r_.chance(8) ? std::string(" label=\"\"") : r_.chance(8) ? std::string(" label=\"PELAKSANA\"") : std::string()) + ">";
  const bool grouped = count >= 3 && r_.chance(25);
  const int from = r_.between(0, count - 1), to = grouped ? r_.between(from, count - 1) : -1;
  for (int i = 0; i < count; ++i) {
    if (grouped && i == from) out += "<kelompok nama=\"" + r_.pick<std::string>({"Kecamatan", "Dinas Pendidikan dan Kebudayaan", "Pemerintah Kabupaten"}) + "\">";
    out += "<aktor id=\"l" + std::to_string(i + 1) + "\">" + r_.pick(kPosts) + "</aktor>";
    if (grouped && i == to) out += "</kelompok>";
  }
  return out + "</pelaksana>\n";
}

std::string RandomWords::head() {
  std::string out = "<kepala" + (r_.chance(60) ? " baris-nomor=\"" + r_.pick<std::string>({"1", "(1)"}) + "\"" : std::string()) + ">";
  out += "<kolom isi=\"nomor\">NO</kolom>";
  const bool lanes_first = r_.chance(15);
  if (lanes_first) out += "<kolom isi=\"pelaksana\"/>";
  out += "<kolom isi=\"uraian\">" + r_.pick<std::string>({"Kegiatan", "URAIAN PROSEDUR", "Aktivitas"}) + "</kolom>";
  if (!lanes_first) out += "<kolom isi=\"pelaksana\"/>";
  out += "<kelompok nama=\"" + r_.pick<std::string>({"Mutu Baku", "MUTU BAKU"}) + "\"><kolom isi=\"kelengkapan\">" +
         r_.pick<std::string>({"Syarat", "Persyaratan/Kelengkapan", "Kelengkapan dan Peralatan"}) + "</kolom><kolom isi=\"waktu\"/><kolom isi=\"output\"/></kelompok>";
  return out + "<kolom isi=\"keterangan\">Ket.</kolom></kepala>";
}

std::string RandomWords::official() {
  std::string out = "<jabatan>" + r_.pick<std::string>({"CAMAT TEBING TINGGI", "Kepala Dinas Pendidikan dan Kebudayaan Kabupaten Balangan", "SEKRETARIS"}) + "</jabatan>";
  if (r_.chance(15)) return out;
  out += "<nama>" + r_.pick<std::string>({"NORSAMIDI, S.Kep.", "Dr. H. MUHAMMAD NASRULLAH ABDURRAHMAN SYARIFUDDIN, S.Sos., M.Si."}) + "</nama>";
  if (r_.chance(50)) out += "<pangkat>Pembina Tk. I (IV/b)</pangkat>";
  if (r_.chance(80)) out += "<nip>19720606 199202 1 001</nip>";
  return out;
}

std::string RandomWords::box(const std::string& name, bool rich) {
  if (rich && r_.chance(15)) return {};
  std::string out = "<" + name;
  if (name == "kotak") {
    out += " label=\"" + r_.pick<std::string>({"Definisi", "Ruang Lingkup", "Tujuan"}) + "\"";
  } else if (r_.chance(15)) {
    out += " label=\"" + r_.pick<std::string>({"DASAR HUKUM :", "", "Label yang amat panjang dan perlu beberapa baris"}) + "\"";
  }
  if (r_.chance(30)) out += " daftar=\"" + r_.pick<std::string>({"angka", "huruf", "bulat", "strip", "polos"}) + "\"";
  out += ">";
  if (r_.chance(10)) {
    // an empty box
  } else if (r_.chance(30)) {
    out += sentence(r_.between(4, 30));
  } else {
    if (r_.chance(10)) out += "<subjudul>Hasil :</subjudul>";
    out += list(rich && r_.chance(25) ? r_.between(12, 40) : r_.between(1, 6), 18);
  }
  return out + "</" + name + ">\n";
}

std::string RandomWords::front(bool rich) {
  std::string out;
  if (r_.chance(rich ? 40 : 8))
    out += "<sampul><slogan letak=\"kiri\">AYO PERANGI NARKOBA</slogan><slogan letak=\"kanan\">MENUJU INDONESIA</slogan><judul>STANDAR OPERASIONAL PROSEDUR</judul><judul>" +
           title() + "</judul><instansi>KECAMATAN LAMPIHONG</instansi><tahun>2024</tahun></sampul>\n";
  if (r_.chance(90)) {
    out += "<kop" + (rich && r_.chance(15) ? std::string(" logo-teks=\"LOGO\"") : std::string()) + "><baris peran=\"pemda\">PEMERINTAH KABUPATEN BALANGAN</baris><baris peran=\"unit\">" +
           r_.pick<std::string>({"KECAMATAN TEBING TINGGI", "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA", "DINAS PEKERJAAN UMUM, PENATAAN RUANG, PERUMAHAN RAKYAT DAN KAWASAN PERMUKIMAN"}) + "</baris>";
    if (r_.chance(60)) out += "<baris peran=\"alamat\"" + (rich && r_.chance(30) ? std::string(" sel=\"sendiri\"") : std::string()) + ">Alamat : Jalan Gunung Batu Raya Desa Tebing Tinggi Kode Pos 71667</baris>";
    if (r_.chance(40)) out += "<baris peran=\"kontak\">email : kec.tebingtinggi1@gmail.com Website : kecamatantebingtinggi.balangankab.go.id</baris>";
    out += "</kop>\n";
  }
  if (r_.chance(92)) {
    out += "<identitas><nomor>" + r_.pick<std::string>({"067/015/KTT-BLG/VII/2023", "-", "", "000.8.3.3/0001/RSUD/2026"}) + "</nomor><tanggal-pembuatan>2023-07-28</tanggal-pembuatan>";
    if (rich && r_.chance(50)) out += "<isian label=\"Revisi Ke\">00</isian>";
    out += "<tanggal-revisi>-</tanggal-revisi><tanggal-efektif>" + r_.pick<std::string>({"2023-07-28", "Agustus 2023", ""}) + "</tanggal-efektif><disahkan-oleh" +
           (r_.chance(15) ? " cara=\"" + r_.pick<std::string>({"Plt.", "Plh.", "Pj."}) + "\"" : r_.chance(10) ? std::string(" cara=\"a.n.\" atas-nama=\"BUPATI BALANGAN\"") : std::string()) + ">" + official() +
           "</disahkan-oleh><nama-sop>" + sentence(r_.chance(10) ? 25 : r_.between(2, 7)) + "</nama-sop></identitas>\n";
  }
  for (const char* name : {"dasar-hukum", "kualifikasi-pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan"}) {
    out += box(name, rich);
    if (rich && r_.chance(15)) out += box("kotak", false);
  }
  return out;
}

std::string RandomWords::signing() {
  std::string out;
  const int count = r_.chance(45) ? r_.between(1, 3) : 0;
  for (int i = 0; i < count; ++i) {
    const std::string side = count > 1 ? (i % 2 == 0 ? "kiri" : "kanan") : r_.pick<std::string>({"kanan", "kiri", "tengah"});
    out += "<pengesah letak=\"" + side + "\"" + (r_.chance(60) ? std::string(" tempat=\"Paringin\" tanggal=\"2023-01-02\"") : std::string()) + ">" +
           (r_.chance(40) ? std::string("<pembuka>Mengetahui,</pembuka>") : std::string()) + official() + "</pengesah>\n";
  }
  if (r_.chance(15)) out += "<riwayat><revisi nomor=\"1\" tanggal=\"2024-03-01\" oleh=\"Kasubbag Umum\">Waktu langkah 2 disesuaikan</revisi></riwayat>\n";
  return out;
}

}  // namespace lembar::test
