#include "read/attribute_forms.h"

#include <algorithm>

#include "read/dates.h"

namespace lembar::read {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "215" or "215.9" at the front of `rest`, taken off; in tenths of a millimetre, or 0.
int take_millimetres(std::string_view& rest) {
  int tenths = 0, digits = 0;
  while (!rest.empty() && is_digit(rest[0]) && digits < 5) {
    tenths = tenths * 10 + (rest[0] - '0');
    rest.remove_prefix(1);
    ++digits;
  }
  if (digits == 0) return 0;
  tenths *= 10;
  if (rest.size() > 1 && rest[0] == '.' && is_digit(rest[1])) {
    tenths += rest[1] - '0';
    rest.remove_prefix(1);
    while (!rest.empty() && is_digit(rest[0])) rest.remove_prefix(1);
  }
  return tenths;
}

void check_paper(const XmlAttribute& attribute, const std::string& value, Findings& findings) {
  for (const char* known : {"A4", "F4", "folio", "legal", "A3"})
    if (value == known) return;
  std::string_view rest = value;
  const int first = take_millimetres(rest);
  const bool crossed = !rest.empty() && rest[0] == 'x';
  if (crossed) rest.remove_prefix(1);
  const int second = take_millimetres(rest);
  const Wording allowed = {"Nilai yang boleh: A4, F4, folio, legal, A3, atau ukuran seperti 215x330mm.",
                           "Allowed values: A4, F4, folio, legal, A3, or a size such as 215x330mm."};
  if (!crossed || rest != "mm" || first == 0 || second == 0) {
    findings.error(attribute.where, "attribute-value",
                   {in_quotes(value) + " bukan kertas yang dikenal.", in_quotes(value) + " is no known paper."}, {allowed});
  } else if (std::min(first, second) < 500 || std::max(first, second) > 20000) {
    findings.error(attribute.where, "attribute-value",
                   {"Kertas " + in_quotes(value) + " tidak masuk akal: sisi-sisinya harus 50 sampai 2000 mm.",
                    "Paper " + in_quotes(value) + " makes no sense: its sides must be 50 to 2000 mm."}, {allowed});
  }
}

}  // namespace

bool is_id(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
  });
}

int count_in(std::string_view value) {
  if (value.empty() || value.size() > 5 || !std::all_of(value.begin(), value.end(), is_digit)) return 0;
  int count = 0;
  for (char c : value) count = count * 10 + (c - '0');
  return count <= kMostSpan ? count : 0;
}

void check_form(const XmlAttribute& attribute, Form form, const std::string& value, Findings& findings) {
  const auto wrong = [&](Wording message, Wording remedy) {
    findings.error(attribute.where, "attribute-value", std::move(message), {std::move(remedy)});
  };
  switch (form) {
    case Form::any: return;
    case Form::id:
      if (!is_id(value))
        findings.error(attribute.where, "id-invalid",
                       {in_quotes(value) + " tidak dapat dipakai sebagai " + attribute.name + ".", in_quotes(value) + " cannot be used as " + attribute.name + "."},
                       {{"Pakai huruf, angka, \"-\", \"_\", dan \".\" saja.", "Use letters, digits, \"-\", \"_\" and \".\" only."}});
      return;
    case Form::count:
      if (count_in(value) == 0)
        wrong({in_quotes(value) + " bukan jumlah baris untuk " + attribute.name + ".", in_quotes(value) + " is no number of rows for " + attribute.name + "."},
              {"Tulis bilangan bulat mulai dari 1.", "Write a whole number from 1 on."});
      return;
    case Form::date:
      if (looks_iso(value) && !is_possible_date(value)) impossible_date(value, attribute.where, findings);
      return;
    case Form::iso_date:
      if (!looks_iso(value))
        wrong({in_quotes(value) + " bukan tanggal ISO.", in_quotes(value) + " is no ISO date."},
              {"Tulis tahun-bulan-hari, misalnya 2023-07-28.", "Write year-month-day, as in 2023-07-28."});
      else if (!is_possible_date(value))
        impossible_date(value, attribute.where, findings);
      return;
    case Form::paper: return check_paper(attribute, value, findings);
    case Form::version:
      if (value != "1")
        findings.error(attribute.where, "version-unknown",
                       {"Versi " + in_quotes(value) + " tidak dikenal; program ini membaca versi 1.",
                        "Version " + in_quotes(value) + " is not known; this program reads version 1."},
                       {{"Tulis versi=\"1\", atau pakai Lembar yang lebih baru.", "Write versi=\"1\", or use a newer Lembar."}});
      return;
  }
}

}  // namespace lembar::read
