#include "base/findings.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/letters.h"

namespace lembar {

namespace {
constexpr std::size_t kLongestQuote = 60;  // bytes
}  // namespace

void Findings::error(const SourceSpan& where, std::string code, Wording message, std::vector<Wording> remedies,
                     Fault fault) {
  ++errors_;
  add(Severity::error, where, std::move(code), std::move(message), std::move(remedies), fault);
}

void Findings::warning(const SourceSpan& where, std::string code, Wording message, std::vector<Wording> remedies) {
  add(Severity::warning, where, std::move(code), std::move(message), std::move(remedies), Fault::input);
}

void Findings::remark(const SourceSpan& where, std::string code, Wording message, std::vector<Wording> remedies) {
  add(Severity::info, where, std::move(code), std::move(message), std::move(remedies), Fault::input);
}

void Findings::add(Severity severity, const SourceSpan& where, std::string code, Wording message,
                   std::vector<Wording> remedies, Fault fault) {
  if (full()) {
    ++left_out_;
    return;
  }
  Found found{where, {severity, fault, std::move(code), {}, std::move(message), std::move(remedies)}};
  found.diagnostic.where = files_.place(where);
  found_.push_back(std::move(found));
}

std::vector<Diagnostic> Findings::take() {
  const auto place = [](const Found& f) { return std::tie(f.where.file, f.where.line, f.where.column); };
  std::stable_sort(found_.begin(), found_.end(), [&](const Found& a, const Found& b) { return place(a) < place(b); });
  // Sheets that inherit the same part all find its faults, one sheet after the other; once is enough.
  std::set<std::tuple<int, int, int, std::string, std::string>> told;
  std::vector<Diagnostic> out;
  for (Found& found : found_) {
    const Diagnostic& d = found.diagnostic;
    if (told.emplace(std::tuple_cat(place(found), std::tie(d.code, d.message.en))).second) out.push_back(std::move(found.diagnostic));
  }
  if (left_out_ > 0) {
    const std::string n = std::to_string(left_out_);
    out.push_back({any_error() ? Severity::error : Severity::info, Fault::input, "more-findings", {},
                   {"Masih ada " + n + " temuan lain yang tidak dicantumkan.", "There are " + n + " more findings, not listed."},
                   {{"Perbaiki yang di atas lebih dahulu.", "Put right those above first."}}});
  }
  found_.clear();
  left_out_ = 0;
  return out;
}

std::string in_quotes(std::string_view words) {
  if (words.size() <= kLongestQuote) return "\"" + std::string(words) + "\"";
  std::size_t end = kLongestQuote;
  while (end > 0 && continues_character(words[end])) --end;
  return "\"" + std::string(words.substr(0, end)) + "…\"";
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

}  // namespace lembar
