#include "base/csv.h"
#include "base/json.h"
#include "base/xml_text.h"
#include "lembar/catalog.h"

namespace lembar {

namespace {

std::string title_of(const Catalog& catalog) { return "Daftar SOP" + (catalog.unit.empty() ? std::string() : " " + catalog.unit); }

std::string due_words(const CatalogEntry& entry) { return entry.review_due + (entry.overdue ? " (lewat)" : ""); }

constexpr const char* kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;margin:1.5rem;color:#111;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #666;padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:#eee}"
    "caption{text-align:left;font-weight:bold;padding:.5rem 0}.lewat{font-weight:bold}"
    "input{font:inherit;padding:.3rem;width:20rem;max-width:100%;border:1px solid #333}input:focus{outline:3px solid #05a}"
    "@media print{.cari{display:none}}";

// Without scripts the table is whole and nothing is missing but the search.
constexpr const char* kScript =
    "var f=document.getElementById('cari'),r=document.querySelectorAll('tbody tr'),n=document.getElementById('jumlah');"
    "document.querySelector('.cari').hidden=false;f.addEventListener('input',function(){var w=f.value.toLowerCase().split(/\\s+/),c=0;"
    "r.forEach(function(t){var s=t.textContent.toLowerCase();t.hidden=!w.every(function(x){return s.indexOf(x)>=0});if(!t.hidden)c++});"
    "n.textContent=c+' dari '+r.length+' SOP'});";

}  // namespace

std::string catalog_csv(const Catalog& catalog) {
  std::string out = csv_line({"nomor", "nama", "unit", "tanggal", "revisi", "status", "penandatangan", "tertanda", "tinjau_ulang", "lewat", "berkas"});
  for (const CatalogEntry& e : catalog.entries)
    out += csv_line({e.number, e.title, e.unit, e.date, e.revision, e.status, e.signer, e.is_signed ? "ya" : "tidak", e.review_due, e.overdue ? "ya" : "tidak", e.file});
  return out;
}

std::string catalog_json(const Catalog& catalog) {
  JsonWriter out;
  out.begin_object().member("version", 1).member("unit", catalog.unit).member("today", catalog.today).key("sheets").begin_array();
  for (const CatalogEntry& e : catalog.entries) {
    out.line().begin_object().member("number", e.number).member("title", e.title).member("unit", e.unit).member("date", e.date);
    out.member("revision", e.revision).member("status", e.status).member("signer", e.signer).member("signed", e.is_signed);
    out.member("reviewDue", e.review_due).member("overdue", e.overdue).member("file", e.file).end_object();
  }
  out.end_array().line().key("findings").begin_array();
  for (const Diagnostic& d : catalog.findings) {
    out.line().begin_object().member("severity", d.severity == Severity::warning ? "warning" : "info").member("code", d.code);
    out.member("file", d.where.file).key("message").begin_object().member("id", d.message.id).member("en", d.message.en).end_object().end_object();
  }
  return out.end_array().end_object().take();
}

std::string catalog_html(const Catalog& catalog) {
  const std::string count = std::to_string(catalog.entries.size());
  std::string out = "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
                    escaped_text(title_of(catalog)) + "</title>\n<style>" + kStyle + "</style>\n</head>\n<body>\n<main>\n<h1>" + escaped_text(title_of(catalog)) +
                    "</h1>\n<p class=\"cari\" hidden><label for=\"cari\">Cari</label> <input id=\"cari\" type=\"search\"> "
                    "<span id=\"jumlah\" role=\"status\">" + count + " dari " + count + " SOP</span></p>\n<table>\n<caption>Keadaan " + escaped_text(catalog.today) +
                    "</caption>\n<thead>\n<tr>";
  for (const char* head : {"Nomor", "Nama SOP", "Unit", "Tanggal", "Revisi", "Status", "Penandatangan", "Tinjau ulang"})
    out += std::string("<th scope=\"col\">") + head + "</th>";
  out += "</tr>\n</thead>\n<tbody>\n";
  for (const CatalogEntry& e : catalog.entries) {
    out += "<tr><td>" + escaped_text(e.number) + "</td><th scope=\"row\">" + escaped_text(e.title) + "</th>";
    for (const std::string& cell : {e.unit, e.date, e.revision, e.status, e.signer}) out += "<td>" + escaped_text(cell) + "</td>";
    out += std::string(e.overdue ? "<td class=\"lewat\">" : "<td>") + escaped_text(due_words(e)) + "</td></tr>\n";
  }
  out += "</tbody>\n</table>\n";
  if (!catalog.findings.empty()) {
    out += "<h2>Yang perlu diperiksa</h2>\n<ul>\n";
    for (const Diagnostic& d : catalog.findings) out += "<li>" + escaped_text(d.where.file + ": " + d.message.id) + "</li>\n";
    out += "</ul>\n";
  }
  return out + "</main>\n<script>" + kScript + "</script>\n</body>\n</html>\n";
}

RenderResult catalog_pdf(const Catalog& catalog) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sop versi=\"1\" templat=\"daftar\" pengesahan=\"kosong\">\n<kepala>";
  for (const char* column : {"nomor", "nomor-sop", "uraian", "unit", "tanggal", "revisi", "status", "penandatangan", "tinjau"})
    xml += std::string("<kolom isi=\"") + column + "\"/>";
  xml += "</kepala>\n<prosedur judul=\"" + escaped_attribute("DAFTAR STANDAR OPERASIONAL PROSEDUR" + (catalog.unit.empty() ? std::string() : " " + catalog.unit)) + "\">\n";
  std::size_t n = 0;
  for (const CatalogEntry& e : catalog.entries) {
    xml += "<langkah id=\"sop-" + std::to_string(++n) + "\"><uraian>" + escaped_text(e.title) + "</uraian>";
    const std::pair<const char*, std::string> cells[] = {{"nomor-sop", e.number}, {"unit", e.unit}, {"tanggal", e.date}, {"revisi", e.revision},
                                                         {"status", e.status}, {"penandatangan", e.signer}, {"tinjau", due_words(e)}};
    for (const auto& [column, words] : cells) xml += std::string("<kolom id=\"") + column + "\">" + escaped_text(words) + "</kolom>";
    xml += "</langkah>\n";
  }
  xml += "<catatan>Keadaan " + escaped_text(catalog.today) + "; " + std::to_string(catalog.entries.size()) + " SOP.</catatan>\n</prosedur>\n</sop>\n";
  return render({"daftar-sop.xml", xml}, {});
}

}  // namespace lembar
