// What the number of an SOP says to those who keep it: classification, running number, and the pattern around that.
//
// Offices write `067/015/KTT-BLG/VII/2023`, `000.8.3.3/263/M/Diskominfo`, `01/SOP/KEC-LPHG/III/2024`, `445/ /TU`, or
// nothing yet: `-`, `${nomor_naskah}`. Only what is plain is taken; the number itself is never changed.
#pragma once

#include <optional>
#include <string>

namespace lembar::job {

struct SopNumber {
  std::string classification;  // empty: it says none
  std::optional<int> running;
  std::string pattern;         // the number with # for the running number and * for a month: alike within one series
};

// No pattern: there is no number yet.
SopNumber read_sop_number(const std::string& number);

// A name for a file or folder: letters, digits and points stay, all else becomes a hyphen. Empty where nothing stays.
std::string file_word(const std::string& words);
// The same in small letters (ASCII): for names that are written in more than one way.
std::string small_file_word(const std::string& words);

}  // namespace lembar::job
