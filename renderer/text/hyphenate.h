// Where an Indonesian word may be parted with a hyphen.
//
// By syllable, as the spelling rules (EYD) teach: ng, ny, sy and kh are one sound; ai, au, oi and ei stay whole; the
// endings -an, -kan and -nya and the beginnings meng- and per- are parted as such. No dictionary: where the
// root decides and is not known (is it me-ngirim or meng-irim?) the word is not parted there, because a missing
// place to break costs a millimetre, and a wrong one looks like a slip of the office.
#pragma once

#include <string_view>
#include <vector>

namespace lembar::text {

// Byte offsets in `word` before which a hyphen and the end of a line may stand, ascending. Marks around the word
// ("(Keuangan)," for one) stay with their letters. At least two letters stand on either side. Empty for words
// with digits, of other scripts, and for short words in capitals, which are abbreviations.
std::vector<std::size_t> hyphenation_points(std::string_view word);

}  // namespace lembar::text
