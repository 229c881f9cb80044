#include <algorithm>
#include <map>

#include "base/letters.h"
#include "base/nearest_word.h"
#include "job/catalog/listed_sheet.h"
#include "job/office/sop_number.h"

namespace lembar::job {

namespace {

constexpr std::size_t kLongName = 8;  // letters; in shorter ones a letter is a difference

std::string in_marks(const std::string& words) { return '"' + words + '"'; }

class FaultFinder {
 public:
  explicit FaultFinder(const std::vector<ListedSheet>& sheets) : sheets_(sheets) {}

  std::vector<Diagnostic> find() {
    find_doubled_numbers();
    find_gaps();
    find_two_nips();
    find_lanes();
    find_related();
    return std::move(found_);
  }

 private:
  using Titles = std::set<std::string, std::less<>>;

  void add(Severity severity, const char* code, const std::string& file, Wording what, Wording remedy) {
    found_.push_back({severity, Fault::input, code, {file, 0, 0, 1, {}}, std::move(what), {std::move(remedy)}});
  }

  void find_doubled_numbers() {
    std::map<std::string, std::vector<const CatalogEntry*>> by_number;
    for (const ListedSheet& sheet : sheets_)
      if (!read_sop_number(sheet.entry.number).pattern.empty()) by_number[bare_words(sheet.entry.unit) + "|" + sheet.entry.number].push_back(&sheet.entry);
    for (const auto& [key, entries] : by_number) {
      for (std::size_t i = 1; i < entries.size(); ++i)
        add(Severity::warning, "number-double", entries[i]->file,
            {"Nomor " + in_marks(entries[i]->number) + " dipakai juga oleh " + in_marks(entries[0]->title) + ".", "The number " + in_marks(entries[i]->number) + " belongs to " + in_marks(entries[0]->title) + " too."},
            {"Beri nomor lain pada salah satunya.", "Give one of them another number."});
    }
  }

  // Running numbers within one pattern; where more are missing than there, the office numbers other letters with them.
  void find_gaps() {
    std::map<std::string, std::map<int, const CatalogEntry*>> series;
    for (const ListedSheet& sheet : sheets_) {
      const SopNumber number = read_sop_number(sheet.entry.number);
      if (number.running) series[bare_words(sheet.entry.unit) + "|" + number.pattern][*number.running] = &sheet.entry;
    }
    for (const auto& [key, numbers] : series) {
      const std::size_t span = static_cast<std::size_t>(numbers.rbegin()->first - numbers.begin()->first) + 1;
      if (span > 2 * numbers.size()) continue;
      std::string missing;
      for (int n = numbers.begin()->first; n < numbers.rbegin()->first; ++n)
        if (numbers.count(n) == 0) missing += (missing.empty() ? "" : ", ") + std::to_string(n);
      if (missing.empty()) continue;
      const std::string pattern = key.substr(key.find('|') + 1);
      add(Severity::info, "number-gap", numbers.rbegin()->second->file,
          {"Nomor urut yang tidak ada dalam " + pattern + ": " + missing + ".", "Running numbers that are not there in " + pattern + ": " + missing + "."},
          {"Periksa apakah SOP-nya belum diarsipkan.", "See whether such a SOP has yet to be archived."});
    }
  }

  void find_two_nips() {
    std::map<std::string, std::pair<std::string, std::string>> known;  // NIP and file by name
    std::set<std::string> told;
    for (const ListedSheet& sheet : sheets_) {
      for (const auto& [name, nip] : sheet.officials) {
        const std::string who = bare_words(name.substr(0, name.find(',')));  // titles stand behind a comma
        if (who.empty() || digits_of(nip).empty()) continue;
        const auto [first, fresh] = known.emplace(who, std::pair{nip, sheet.entry.file});
        if (fresh || digits_of(first->second.first) == digits_of(nip) || !told.insert(who + digits_of(nip)).second) continue;
        add(Severity::warning, "official-two-nips", sheet.entry.file,
            {in_marks(name) + " ber-NIP " + nip + " di sini, " + first->second.first + " di " + first->second.second + ".",
             in_marks(name) + " has the NIP " + nip + " here, " + first->second.first + " in " + first->second.second + "."},
            {"Betulkan yang keliru dengan lembar replace atau revise.", "Correct the wrong one with lembar replace or revise."});
      }
    }
  }

  void find_lanes() {
    std::map<std::string, std::map<std::string, std::string>> units;  // spelling by bare words, by unit
    std::set<std::pair<std::string, std::string>> met;                // unit and lane: most lanes come again and again
    std::set<std::string> told;
    for (const ListedSheet& sheet : sheets_) {
      auto& known = units[bare_words(sheet.entry.unit)];
      for (const std::string& lane : sheet.lanes) {
        if (!met.emplace(sheet.entry.unit, lane).second) continue;
        const std::string bare = bare_words(lane);
        for (const auto& [other, spelling] : known) {
          const bool slip = other != bare && other.size() >= kLongName && bare.size() >= kLongName && digits_of(other) == digits_of(bare) &&
                            edit_distance(other, bare) == 1 && !differs_by_roman(spelling, lane);
          if ((other != bare && !slip) || spelling == lane || !told.insert(spelling + "|" + lane).second) continue;
          add(Severity::warning, "lane-two-spellings", sheet.entry.file,
              {"Pelaksana " + in_marks(lane) + " ditulis " + in_marks(spelling) + " di lembar lain.", "The lane " + in_marks(lane) + " is spelt " + in_marks(spelling) + " in another sheet."},
              {"Tulis sama di semua lembar.", "Spell it alike in all sheets."});
        }
        known.emplace(bare, lane);
      }
    }
  }

  // Seksi I and Seksi II are two.
  static bool differs_by_roman(const std::string& a, const std::string& b) {
    const auto last = [](const std::string& words) { return words.substr(words.find_last_of(' ') + 1); };
    const auto roman = [](const std::string& word) { return !word.empty() && word.size() < 5 && word.find_first_not_of("IVX") == std::string::npos; };
    return roman(last(a)) || roman(last(b));
  }

  void find_related() {
    std::set<std::string> titles;
    Titles long_titles;
    for (const ListedSheet& sheet : sheets_) {
      const std::string bare = bare_title(sheet.entry.title);
      if (bare.size() >= kLongName) long_titles.insert(bare);
      titles.insert(bare);
    }
    for (const ListedSheet& sheet : sheets_) {
      for (const std::string& related : sheet.related) {
        const std::string bare = bare_title(related);
        if (bare.empty() || titles.count(bare) != 0 || names_one(bare, long_titles)) continue;
        add(Severity::warning, "related-missing", sheet.entry.file,
            {"Keterkaitan " + in_marks(related) + " tidak ada dalam daftar ini.", "The related sheet " + in_marks(related) + " is not in this list."},
            {"Periksa namanya, atau susun SOP itu.", "Check its name, or write that SOP."});
      }
    }
  }

  // "SOP tentang Surat Masuk" -> suratmasuk
  static std::string bare_title(const std::string& words) {
    std::string bare = bare_words(words);
    for (const char* start : {"standaroperasionalprosedur", "sop", "ap", "tentang"}) {
      const std::string word = start;
      if (bare.rfind(word, 0) == 0 && (word != "ap" || words.find("AP") != std::string::npos)) bare.erase(0, word.size());
    }
    return bare;
  }

  // A title stands in what is written, as in "SOP Surat Masuk (Nomor 067/1)". Of the titles before what is left of it in
  // the alphabet, only what the last of them shares with it can be another title with which it begins.
  static bool names_one(std::string_view bare, const Titles& titles) {
    for (; bare.size() >= kLongName; bare.remove_prefix(1)) {
      std::string_view start = bare;
      while (start.size() >= kLongName) {
        const auto after = titles.upper_bound(start);
        if (after == titles.begin()) break;
        const std::string& title = *std::prev(after);
        if (start.starts_with(title)) return true;
        start = start.substr(0, static_cast<std::size_t>(std::mismatch(start.begin(), start.end(), title.begin(), title.end()).first - start.begin()));
      }
    }
    return false;
  }

  const std::vector<ListedSheet>& sheets_;
  std::vector<Diagnostic> found_;
};

}  // namespace

std::string bare_words(const std::string& words) {
  std::string out;
  for (const char c : words) {
    const char small = small_letter(c);
    if ((small >= 'a' && small <= 'z') || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) out += small;
    else if (c == '&') out += "dan";
  }
  return out;
}

std::vector<Diagnostic> find_catalog_faults(const std::vector<ListedSheet>& sheets) { return FaultFinder(sheets).find(); }

}  // namespace lembar::job
