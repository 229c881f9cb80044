// Does a signature still fit the bytes that it covers?
//
// Only the digest within the signature (CMS, RFC 5652) is compared with the bytes: who signed, and whether the certificate
// is worth anything, is for signing programs to say.
#pragma once

#include <string>
#include <string_view>

#include "lembar/record.h"

namespace lembar::finish {

// `first` and `second` are the stretches covered, `cms` the signature's own bytes.
SignatureFit signature_fit(std::string_view first, std::string_view second, const std::string& cms);

}  // namespace lembar::finish
