// NIP, the number of a civil servant: eight digits of birth date, six of the month of appointment, one of sex, three
// of a serial number, as in 19720606 199202 1 001.
#include "base/letters.h"
#include "check/rules/rule.h"

namespace lembar::check {

using namespace model;

namespace {

struct Nip {
  std::string written, digits;
  SourceSpan where;
  int part(int from, int size) const { return std::stoi(digits.substr(from, size)); }
};

void collect(const Official& official, std::vector<Nip>& all) {
  if (!official.nip) return;
  Nip nip{official.nip->value, digits_of(official.nip->value), official.nip->where};
  // "-" and ${nip} are no numbers with faults but no numbers yet.
  if (!nip.digits.empty() && nip.written.find("${") == std::string::npos) all.push_back(std::move(nip));
}

std::vector<Nip> numbers_of(const CheckedProcedure& checked) {
  std::vector<Nip> all;
  if (checked.procedure->identity)
    for (const IdentityField& field : checked.procedure->identity->fields)
      if (field.official) collect(*field.official, all);
  for (const SigningBlock& block : checked.procedure->signing_blocks) collect(block.official, all);
  return all;
}

// Calls `report_if` for those that have the digits to be looked at.
template <class Check>
void each_whole(const CheckedProcedure& checked, Check check) {
  for (const Nip& nip : numbers_of(checked))
    if (nip.digits.size() == 18) check(nip);
}

const Wording kCompare = {"Bandingkan dengan surat keputusan pengangkatan.", "Compare it with the letter of appointment."};

void wrong_length(const CheckedProcedure& checked, RuleReport& report) {
  for (const Nip& nip : numbers_of(checked))
    if (nip.digits.size() != 18) {
      const std::string n = std::to_string(nip.digits.size());
      report.add(nip.where, {"NIP ini berisi " + n + " angka, seharusnya 18.", "This NIP has " + n + " digits, not 18."}, {kCompare});
    }
}

void birth_date(const CheckedProcedure& checked, RuleReport& report) {
  each_whole(checked, [&](const Nip& nip) {
    const int year = nip.part(0, 4), month = nip.part(4, 2), day = nip.part(6, 2);
    if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 31)
      report.add(nip.where, {"Tanggal lahir dalam NIP ini tidak mungkin.", "The date of birth in this NIP is impossible."}, {kCompare});
  });
}

void appointment_month(const CheckedProcedure& checked, RuleReport& report) {
  each_whole(checked, [&](const Nip& nip) {
    const int month = nip.part(12, 2);
    const bool contract = month >= 21 && month <= 29;  // PPPK
    if ((month < 1 || month > 12) && !contract)
      report.add(nip.where, {"Bulan pengangkatan dalam NIP ini tidak mungkin.", "The month of appointment in this NIP is impossible."}, {kCompare});
  });
}

void appointment_age(const CheckedProcedure& checked, RuleReport& report) {
  each_whole(checked, [&](const Nip& nip) {
    const int age = nip.part(8, 4) - nip.part(0, 4);
    if (age < 18 || age > 58) {
      const std::string years = std::to_string(age);
      report.add(nip.where, {"Menurut NIP ini, pengangkatan terjadi pada umur " + years + " tahun.", "By this NIP, the appointment was at the age of " + years + "."}, {kCompare});
    }
  });
}

void sex_digit(const CheckedProcedure& checked, RuleReport& report) {
  each_whole(checked, [&](const Nip& nip) {
    if (nip.digits[14] != '1' && nip.digits[14] != '2')
      report.add(nip.where, {"Angka ke-15 NIP harus 1 atau 2.", "The 15th digit of a NIP must be 1 or 2."}, {kCompare});
  });
}

void serial_number(const CheckedProcedure& checked, RuleReport& report) {
  each_whole(checked, [&](const Nip& nip) {
    if (nip.part(15, 3) == 0)
      report.add(nip.where, {"Nomor urut dalam NIP ini 000.", "The serial number in this NIP is 000."}, {kCompare});
  });
}

void grouping(const CheckedProcedure& checked, RuleReport& report) {
  each_whole(checked, [&](const Nip& nip) {
    const std::string& d = nip.digits;
    const std::string usual = d.substr(0, 8) + " " + d.substr(8, 6) + " " + d.substr(14, 1) + " " + d.substr(15);
    if (nip.written.find(usual) == std::string::npos)
      report.add(nip.where, {"NIP ini tidak dikelompokkan 8-6-1-3.", "This NIP is not grouped 8-6-1-3."}, {{"Tulis " + usual + ".", "Write " + usual + "."}});
  });
}

}  // namespace

std::vector<Rule> nip_rules() {
  constexpr auto kWarning = Severity::warning;
  return {
      {"L023", kWarning, wrong_length},
      {"L024", kWarning, birth_date},
      {"L025", kWarning, appointment_month},
      {"L026", kWarning, appointment_age},
      {"L027", kWarning, sex_digit},
      {"L028", kWarning, serial_number},
      {"L029", kWarning, grouping},
  };
}

}  // namespace lembar::check
