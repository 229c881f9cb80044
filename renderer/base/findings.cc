#include "base/findings.h"

#include <algorithm>
#include <tuple>

namespace lembar {

namespace {
constexpr std::size_t kLongestLineShown = 1000;  // bytes
constexpr std::size_t kLongestQuote = 60;        // bytes

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
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
  // Not SourceFiles::place: a file of one line of many megabytes must not be copied once for each fault.
  if (where.file >= 0 && where.file < static_cast<int>(files_.count())) {
    const std::string_view line = files_.line(where.file, where.line);
    found.diagnostic.where = {files_.name(where.file), where.line, where.column, where.width,
                              line.size() <= kLongestLineShown ? std::string(line) : std::string()};
  }
  found_.push_back(std::move(found));
}

std::vector<Diagnostic> Findings::take() {
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
    return std::tie(a.where.file, a.where.line, a.where.column) < std::tie(b.where.file, b.where.line, b.where.column);
  });
  // Sheets that inherit the same part all find its faults; once is enough.
  const auto same = [](const Found& a, const Found& b) {
    return std::tie(a.where.file, a.where.line, a.where.column, a.diagnostic.code, a.diagnostic.message.en) ==
           std::tie(b.where.file, b.where.line, b.where.column, b.diagnostic.code, b.diagnostic.message.en);
  };
  found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
  std::vector<Diagnostic> out;
  for (Found& found : found_) out.push_back(std::move(found.diagnostic));
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
