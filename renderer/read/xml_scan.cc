#include "read/xml_scan.h"

#include "read/xml_chars.h"
#include "read/xml_scanner.h"

namespace lembar::read {

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

const Wording kSaveAsUtf8 = {"Simpan berkas itu sebagai UTF-8.", "Save the file as UTF-8."};

// Bytes that are no UTF-8, and characters that no XML file may hold. False: the bytes make no text at all.
bool check_characters(std::string_view text, int file, Findings& findings) {
  constexpr int kMostTold = 10;  // a file of another encoding has them on each line
  int broken = 0, line = 1, column = 1;
  std::size_t at = text.substr(0, kBom.size()) == kBom ? kBom.size() : 0;
  while (at < text.size() && broken < kMostTold && !findings.full()) {
    const StrictChar c = decode_utf8(text, at);
    const SourceSpan here{file, line, column, 1};
    if (c.size == 0) {
      ++broken;
      findings.error(here, "xml-utf8", {"Di sini ada bita yang bukan UTF-8.", "Here are bytes that are not UTF-8."},
                     {kSaveAsUtf8});
    } else if (!is_xml_char(c.code)) {
      std::string name = "U+";
      for (int shift = 12; shift >= 0; shift -= 4) name += "0123456789ABCDEF"[c.code >> shift & 15];
      findings.error(here, "xml-char",
                     {"Aksara kendali " + name + " tidak boleh ada dalam XML.",
                      "The control character " + name + " may not stand in XML."},
                     {{"Hapus aksara itu; biasanya terbawa saat menyalin teks.",
                       "Remove it; it usually came along with copied text."}});
    }
    if (c.code == '\n' || (c.code == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'))) {
      ++line;
      column = 1;
    } else {
      ++column;
    }
    at += c.size == 0 ? 1 : c.size;
  }
  return broken == 0;
}

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

// Something that is not XML at all gets one sentence, not one for each of its bytes.
bool may_be_meant(std::string_view body) {
  while (!body.empty() && is_xml_space(body.front())) body.remove_prefix(1);
  return begins(body, "<") || body.find("<sop") != std::string_view::npos || body.find("<himpunan") != std::string_view::npos;
}

Wording what_else(std::string_view body) {
  if (begins(body, "%PDF-")) return {"Ini PDF, bukan sumber XML.", "This is a PDF, not an XML source."};
  if (begins(body, "PK\3\4"))
    return {"Ini dokumen Word, Excel, atau arsip ZIP, bukan sumber XML.", "This is a document of Word or Excel, or a ZIP archive, not an XML source."};
  return {"Berkas ini bukan XML.", "This file is not XML."};
}

Wording what_instead(std::string_view body) {
  if (begins(body, "%PDF-")) return {"Ambil sumbernya dengan lembar extract.", "Get its source with lembar extract."};
  return {"Lembar membaca XML; lembar new memberi berkas untuk memulai.", "Lembar reads XML; lembar new gives a file to start from."};
}

bool fit_to_scan(const std::string& text, int file, Findings& findings) {
  const SourceSpan whole{file, 0, 0, 1};
  if (text.size() > kMostBytes) {
    const std::string most = std::to_string(kMostBytes / 1024 / 1024);
    findings.error(whole, "xml-too-big",
                   {"Berkas ini lebih besar daripada " + most + " MB.", "This file is larger than " + most + " MB."},
                   {{"Bagilah menjadi beberapa SOP dan himpun dengan <himpunan>.",
                     "Split it into several SOPs and gather them with <himpunan>."}});
    return false;
  }
  const auto starts = [&](std::string_view bytes) { return std::string_view(text).substr(0, bytes.size()) == bytes; };
  const bool wide = starts("\xFF\xFE") || starts("\xFE\xFF") || starts(std::string_view("<\0", 2)) ||
                    starts(std::string_view("\0<", 2)) || starts(std::string_view("\0\0", 2));
  if (wide) {
    findings.error({file, 1, 1, 1}, "xml-encoding",
                   {"Berkas ini bukan UTF-8, agaknya UTF-16.", "This file is not UTF-8 but probably UTF-16."}, {kSaveAsUtf8});
    return false;
  }
  const std::string_view body = starts(kBom) ? std::string_view(text).substr(kBom.size()) : std::string_view(text);
  if (all_space(body)) {
    findings.error(whole, "xml-empty", {"Berkas ini kosong.", "This file is empty."},
                   {{"Mulailah dengan <sop versi=\"1\"> … </sop>.", "Begin with <sop versi=\"1\"> … </sop>."}});
    return false;
  }
  if (!may_be_meant(body)) {
    findings.error(whole, "xml-not", what_else(body), {what_instead(body)});
    return false;
  }
  return check_characters(text, file, findings);
}

}  // namespace

ScannedXml scan_xml(const SourceFiles& files, int file, Findings& findings) {
  const std::string& text = files.text(file);
  if (!fit_to_scan(text, file, findings)) return {};
  XmlScanner scanner(text, file, findings);
  if (std::string_view(text).substr(0, kBom.size()) == kBom) scanner.skip_bom();
  return scanner.scan();
}

}  // namespace lembar::read
