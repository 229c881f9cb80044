// What a sheet says of itself in the words that catalogs and archives sort by. Handed on unchanged from layout to the record.
#pragma once

#include <string>

namespace lembar {

// One procedure, in its own words. Dates are YYYY-MM-DD, or as the author wrote them.
struct RecordSheet {
  std::string title;     // judul
  std::string number;    // nomor
  std::string unit;
  std::string revision;  // revisi
  std::string status;    // konsep, berlaku, dicabut, salinan
  std::string signer;    // penandatangan
  std::string created, effective, revised;
};

}  // namespace lembar
